"""All targets, by name: one for each kind of file, or of text, that comes from outside."""

from tests.fuzz.law import Target
from tests.fuzz.targets.editions import EDITIONS
from tests.fuzz.targets.importers import IMPORTERS
from tests.fuzz.targets.loading import LOADING
from tests.fuzz.targets.texts import TEXTS
from tests.fuzz.targets.wholes import WHOLES

TARGETS: dict[str, Target] = {
    target.name: target for target in (*LOADING, *TEXTS, *IMPORTERS, *WHOLES, *EDITIONS)
}
