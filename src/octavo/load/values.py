"""Read single values of YAML as the metadata's contract wants them; what is wrong is a ValueFault."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from octavo.diagnostics import nearest
from octavo.load.yaml_tree import Mapping, Node, Scalar, Sequence
from octavo.source import Span

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*", re.ASCII)
_MAX_SLUG = 80
_LANG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}"  # language; nobody has registered a longer one: `English` is a name
    r"(?:-[a-z]{4})?"  # script
    r"(?:-(?:[a-z]{2}|\d{3}))?"  # region
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*"  # variants
    r"(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z0-9]{1,8})+)?",  # private use
    re.ASCII | re.IGNORECASE,
)
_SLIPS = (
    "ua=uk ukr=uk by=be bel=be rus=ru pol=pl deu=de ger=de fra=fr fre=fr eng=en us=en-US gb=en-GB cz=cs "
    "gr=el dk=da at=de-AT rs=sr jp=ja cn=zh kz=kk"
)
_MEANT_LANGUAGES = dict(slip.split("=") for slip in _SLIPS.split())
"""Letters of countries that no language has, and those of three where BCP 47 wants the two."""

_CYRILLIC = {
    **dict(zip("абвгґдезиіклмнопрстуыэ", "abvggdezyiklmnoprstuye", strict=True)),
    "є": "ie",
    "ё": "io",
    "ж": "zh",
    "ї": "i",
    "й": "i",
    "ў": "u",
    "ф": "f",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "iu",
    "я": "ia",
}
_LATIN = {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}


@dataclass(unsafe_hash=True)  # Python sets traces on exceptions: they cannot be frozen
class ValueFault(Exception):
    """A value is not what its key wants: the message goes on after the key's name."""

    message: str
    span: Span
    hint: str


def read_text(node: Node) -> str:
    """Read text on one line or several; white space is folded."""
    if not isinstance(node, Scalar):
        raise ValueFault("is not text", node.span, "write the value on the same line, in quotes if need be")
    text = " ".join(node.text.split())
    if node.is_null or not text:
        raise ValueFault("has no value", node.span, "write a value or remove the line")
    return text


def read_paragraphs(node: Node) -> str:
    """Read text of one paragraph or more, with an empty line between them; other white space is folded."""
    if isinstance(node, Scalar) and node.text.strip() and not node.is_null:
        return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", node.text.strip()))
    return read_text(node)


def read_texts(node: Node) -> tuple[str, ...]:
    """Read a list of texts; a single text is a list of one."""
    if isinstance(node, Mapping):
        raise ValueFault("is not a list", node.span, "write one item per line, each after `- `")
    return tuple(read_text(item) for item in (node.items if isinstance(node, Sequence) else (node,)))


def read_date(node: Node) -> date:
    """Read a day as ISO 8601 writes it: 2026-11-24."""
    text = read_text(node)
    if not _ISO_DATE.fullmatch(text):
        raise ValueFault(f"is `{text}`, not a date", node.span, "write year, month, day: `2026-11-24`")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        hint = "write a day that the calendar has"
        raise ValueFault(f"is `{text}`, a day that does not exist", node.span, hint) from error


def read_lang(node: Node) -> str:
    """Read a language tag that is well-formed (BCP 47, section 2.1)."""
    text = read_text(node)
    if not _LANG.fullmatch(text):
        raise ValueFault(f"is `{text}`, not a language tag", node.span, "write a tag such as `uk` or `en-GB`")
    if meant := _MEANT_LANGUAGES.get(text.partition("-")[0].lower()):
        raise ValueFault(f"is `{text}`, not the tag of a language", node.span, f"did you mean `{meant}`?")
    return text


def read_slug(node: Node) -> str:
    """Read the file name of the editions: ASCII letters, digits, hyphens."""
    text = read_text(node)
    if not _SLUG.fullmatch(text) or len(text) > _MAX_SLUG:
        hint = f"write lower-case letters, digits and hyphens: `{slug_from(text)}`"
        raise ValueFault(f"is `{text}`, not a file name that is safe everywhere", node.span, hint)
    return text


def read_switch(node: Node) -> bool:
    """Read `true` or `false`."""
    return read_choice(node, ("true", "false")) == "true"


def read_choice(node: Node, choices: tuple[str, ...]) -> str:
    """Read one of a few words."""
    text = read_text(node)
    if text not in choices:
        raise ValueFault(f"is `{text}`, not {_either(choices)}", node.span, choice_hint(text, choices))
    return text


def read_subset(node: Node, choices: tuple[str, ...]) -> tuple[str, ...]:
    """Read a list of some of a few words; gives them in the order of `choices`, each once."""
    items = node.items if isinstance(node, Sequence) else (node,)
    if not items:
        raise ValueFault("is empty", node.span, choice_hint("", choices))
    chosen = {read_choice(item, choices) for item in items}
    return tuple(choice for choice in choices if choice in chosen)


def choice_hint(text: str, choices: tuple[str, ...]) -> str:
    """Say what could be written instead."""
    near = nearest(text, choices)
    return f"did you mean `{near}`?" if near else f"write {_either(choices)}"


def _either(choices: tuple[str, ...]) -> str:
    quoted = [f"`{choice}`" for choice in choices]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


def slug_from(title: str) -> str:
    """Make a file name from a title: ASCII, lower case, words joined by hyphens; never empty."""
    composed = unicodedata.normalize("NFC", title).lower().replace("'", "").replace("\u2019", "")
    letters = "".join(_CYRILLIC.get(char, _LATIN.get(char, char)) for char in composed)
    ascii_text = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode().lower()
    slug = ""
    for word in re.findall(r"[a-z0-9]+", ascii_text):
        longer = f"{slug}-{word}" if slug else word[:_MAX_SLUG]
        if len(longer) > _MAX_SLUG:
            break
        slug = longer
    return slug or "publication"
