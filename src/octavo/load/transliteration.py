"""Read by which schemes Cyrillic sources are written in Latin letters: `transliteration` of the metadata."""

from octavo.diagnostics import nearest
from octavo.load import values
from octavo.load.values import ValueFault
from octavo.load.yaml_tree import Mapping, Node
from octavo.model import Transliteration
from octavo.transliteration import LANGUAGES, SCHEMES, knows

ORIGINAL = "original"
KEYS = (*LANGUAGES, ORIGINAL)


def read_transliteration(node: Node) -> Transliteration:
    """Read one scheme for all languages that it knows, or a scheme by language. Raises ValueFault."""
    if not isinstance(node, Mapping):
        scheme = values.read_choice(node, SCHEMES)
        return Transliteration({language: scheme for language in LANGUAGES if knows(scheme, language)})
    schemes: dict[str, str] = {}
    keeps_original = False
    for key, value in node.pairs:
        if key.text not in KEYS:
            near = nearest(key.text, KEYS)
            hint = (
                f"did you mean `{near}`?" if near else "write a language, `uk`, `ru` or `be`, or `original`"
            )
            raise ValueFault(f"has the unknown key `{key.text}`", key.span, hint)
        if key.text == ORIGINAL:
            keeps_original = values.read_switch(value)
        else:
            schemes[key.text] = _read_scheme(key.text, value)
    return Transliteration(schemes, keeps_original)


def _read_scheme(language: str, node: Node) -> str:
    scheme = values.read_choice(node, SCHEMES)
    if not knows(scheme, language):
        fit = ", ".join(f"`{name}`" for name in SCHEMES if knows(name, language))
        raise ValueFault(
            f"has `{scheme}`, which does not know `{language}`", node.span, f"write one of {fit}"
        )
    return scheme
