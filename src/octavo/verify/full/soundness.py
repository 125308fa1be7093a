"""Is a PDF sound? The only look at it that needs neither Java nor tags."""

from pathlib import Path

from octavo.verify.full.validator import Answer, Fault, Unreadable, Validator
from octavo.verify.pdf.soundness import Damaged, Locked, look_through

_AGAIN = "make the PDF anew, or fetch it again: a part of it was lost or changed on the way"
_MOST_FAULTS = 20


def examine(path: Path) -> Answer:
    """Open a PDF and unpack every stream in it."""
    try:
        seen = look_through(path)
    except Locked as error:
        raise Unreadable("it asks for a password", "save it without one") from error
    except Damaged as error:
        raise Unreadable(f"it is damaged or cut short: {error}") from error
    faults = (
        Fault("V056", "qpdf", "the PDF is not sound", _AGAIN, said=problem)
        for problem in seen.problems[:_MOST_FAULTS]
    )
    return Answer(tuple(faults), f"{seen.pages} pages" if seen.pages != 1 else "1 page")


SOUNDNESS = Validator(name="qpdf", format="pdf", promise="a sound file", examine=examine, is_sheltered=True)
