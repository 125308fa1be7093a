"""What openxml-audit says, in an author's words."""

import re

from octavo.verify.full.wording import Wording, told

_BUILD = "build it again with octavo; if it stays and you have no `templates/docx/` of your own, report it"
_TEMPLATES = "look at your own `templates/docx/`; without any it is a fault of octavo: please report it"
_SAVE = "open it in Word and save it anew, or build it again"

_SAID: tuple[tuple[re.Pattern[str], Wording], ...] = (
    (
        re.compile(
            r"[Ff]ootnote '(?P<one>[^']*)' referenced|'(?P<two>[^']*)' was not found in Part:Footnotes"
        ),
        Wording("the text calls note `{}`, and there is no such note", _BUILD),
    ),
    (
        re.compile(r"target not found: /?(?P<one>\S*/media/\S+)"),
        Wording("the picture `{}` is named in the document and is not in it", _BUILD),
    ),
    (
        re.compile(r"target not found: /?(?P<one>\S+)"),
        Wording("`{}` is named in the document and is not in it", _BUILD),
    ),
    (
        re.compile(r"relationship '(?P<one>[^']*)'", re.IGNORECASE),
        Wording("something is shown or linked (`{}`) that is not in the document", _TEMPLATES),
    ),
    (
        re.compile(r"missing style '(?P<one>[^']*)'"),
        Wording("the style `{}` is used or built upon, and the document has no such style", _TEMPLATES),
    ),
    (
        re.compile(r"Cannot parse (?P<one>\S+)"),
        Wording("`{}` in the document is broken off or wrongly nested, and Word cannot open it", _SAVE),
    ),
    (
        re.compile(r"Unexpected element '(?P<one>[^']*)'"),
        Wording("Word may call the document damaged: it does not expect `{}` at this place", _TEMPLATES),
    ),
    (
        re.compile(r"Value '(?P<one>[^']*)' is not in allowed"),
        Wording("Word may call the document damaged: it does not know the value `{}`", _TEMPLATES),
    ),
    (
        re.compile(r"[Dd]uplicate|not unique"),
        Wording("two things in the document have the same number or name, and Word may mix them up", _SAVE),
    ),
)
_KINDS = {
    "package": Wording("the file is not put together as a Word document is", _SAVE),
    "binary": Wording("something in the document that is no text is damaged", _SAVE),
    "schema": Wording(
        "Word may call the document damaged: something in it is not as Word wants it", _TEMPLATES
    ),
    "semantic": Wording("two parts of the document contradict each other", _TEMPLATES),
    "relationship": Wording("a part of the document names another that is not there", _BUILD),
    "markup_compatibility": Wording(
        "the document uses what only newer versions of Word know, without saying so", _SAVE
    ),
}
_OTHER = Wording("the document breaks a rule of its format", _SAVE)


def words_for(kind: str, description: str) -> Wording:
    """Return message and hint for an error: by what it says, else by its kind."""
    return told(_SAID, description) or _KINDS.get(kind, _OTHER)
