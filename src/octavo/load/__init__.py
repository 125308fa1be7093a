"""Load: a folder becomes a `Publication`, or as much of one as can be read.

Everything is read and every fault is reported, whatever else is wrong.
"""

from pathlib import Path

from octavo.diagnostics import Outcome
from octavo.model import Publication

__all__ = ["load_publication"]


def load_publication(root: Path) -> Outcome[Publication | None]:
    """Load the publication in the folder `root`.

    The value is None only when there is neither metadata nor a chapter. The edition's date is the
    metadata's, else that of `SOURCE_DATE_EPOCH`, else the last commit's, else 1 January 1970: never the
    clock's.
    """
    # Here, so that the layout engine's process starts before this one imports brand-yml and bibtexparser.
    from octavo.load.publication import load_parts

    return load_parts(root)
