"""What Word would run, fetch or print from elsewhere: templates, objects, macros, fields, addresses.

A document of octavo has none of it; in one of a stranger it is told. Only what is known to be harmless
passes where a list is short: fields and the schemes of links.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from octavo.ooxml import Element
from octavo.verify.docx.fields import codes_of
from octavo.verify.docx.word import Word, relationships_of
from octavo.verify.findings import Finding

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
"""How an address begins that leads out of a package: with a scheme, or with a machine's name."""

_SHOWN_CHARACTERS = 60
_PROGRAMS = {b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an object of another program", b"MZ": "a program"}
_PARTS = re.compile(
    r"(?:^|/)(?:activeX|embeddings|customUI|webextensions)/|vba\w*\.(?:bin|xml)$"
    r"|\.(?:bin|dll|exe|hta|js|lnk|ole|ps1|scr|vbs|wsf)$",
    re.IGNORECASE,
)
_KINDS = re.compile(
    "activeXControlBinary|aFChunk|attachedTemplate|attachedToolbars|control|extensibility|frame"
    "|keyMapCustomizations|mailMerge(?:HeaderSource|RecipientData|Source)|oleObject|package|subDocument"
    "|transform|vbaProject|webExtension(?:TaskPanes)?|wordVbaData",
    re.IGNORECASE,
)
"""Kinds of relationships to what runs, or to another document."""

_ELEMENTS = {
    "altChunk": "a piece of another document",
    "attachedTemplate": "a template that is fetched when the document is opened",
    "control": "a control that runs a program",
    "entryMacro": "a macro",
    "exitMacro": "a macro",
    "frameset": "frames that show other documents",
    "mailMerge": "a letter that is filled from a database",
    "object": "an object of another program",
    "OLEObject": "an object of another program",
    "saveThroughXslt": "a program that changes the document when it is saved",
    "subDoc": "a piece of another document",
    "webVideoPr": "a film that is fetched from the web",
}
_FIELDS = re.compile(
    "=.*|ADDIN|ADVANCE|AUTHOR|AUTONUM(?:LGL|OUT)?|BIBLIOGRAPHY|BIDIOUTLINE|CITATION|COMMENTS|CREATEDATE|DATE"
    "|DOCPROPERTY|DOCVARIABLE|EDITTIME|EQ|FILENAME|FILESIZE|FORM(?:CHECKBOX|DROPDOWN|TEXT)|HYPERLINK|IF|INDEX"
    "|INFO|KEYWORDS|LASTSAVEDBY|LISTNUM|NOTEREF|NUM(?:CHARS|PAGES|WORDS)|PAGE|PAGEREF|PRINTDATE|QUOTE|REF"
    "|REVNUM|SAVEDATE|SECTION|SECTIONPAGES|SEQ|STYLEREF|SUBJECT|SYMBOL|TA|TC|TEMPLATE|TIME|TITLE|TOA|TOC|XE",
    re.IGNORECASE,
)
"""Fields that only count, date or repeat what the document says (ECMA-376-1, 17.16.5); ADDIN holds data."""

_WORDS = re.compile(r'"([^"]*)"|(\S+)')
_SWITCH = re.compile(r"\\[a-z]", re.IGNORECASE)
_WITH_TEXT = frozenset({"\\l", "\\o", "\\t", "\\s"})
"""Switches of HYPERLINK (ECMA-376-1, 17.16.5.25) that a text follows: a place, a tip, a window."""

_DRAWINGS = ("{urn:schemas-microsoft-com:vml}*", "{urn:schemas-microsoft-com:office:office}*")
_SVG = "{http://www.w3.org/2000/svg}*"


def find_active_parts(word: Word) -> Iterator[Finding]:
    """Nothing in the package is a program, a template or another document."""
    for name, content in word.parts.items():
        kind = next((what for start, what in _PROGRAMS.items() if content.startswith(start)), None)
        if kind or _PARTS.search(name):
            yield Finding("V027", f"`{name}` is {kind or 'a program, or made for one'}")
    for kind in word.kinds:
        if "macroenabled" in kind.lower():
            yield Finding("V027", f"the document says that it has macros: `{kind}`")
    for part, relationships in relationships_of(word).items():
        for item in relationships.values():
            kind = item.get("Type", "").rpartition("/")[2]
            if _KINDS.fullmatch(kind):
                shown = _shown(item.get("Target", ""))
                yield Finding(
                    "V027", f"`{part or 'the package'}` brings along `{shown}`, which is of the kind `{kind}`"
                )


def find_active_elements(word: Word) -> Iterator[Finding]:
    """No part of the document asks for what runs or is fetched."""
    for part, tree in word.trees.items():
        items = [item for item in tree.iter("{*}*") if not part.lower().endswith(".rels")]
        for what in dict.fromkeys(_ELEMENTS[name] for item in items if (name := _local(item)) in _ELEMENTS):
            yield Finding("V027", f"`{part}` has {what}")
        for action in dict.fromkeys(action for item in items if (action := _action(item))):
            yield Finding("V027", f"`{part}` has a link that does `{_shown(action)}`")


def _action(item: Element) -> str | None:
    """Return what a link of a drawing does when it is used (ECMA-376-1, 21.1.2.3.5)."""
    return item.get("action") if _local(item).startswith("hlink") else None


def find_active_fields(word: Word) -> Iterator[Finding]:
    """Fields count and refer; none fetches a file, asks a database or talks to another program."""
    for part, tree in word.trees.items():
        for code in dict.fromkeys(codes_of(tree)):
            name = (code.split(None, 1) or [""])[0]
            if not _FIELDS.fullmatch(name):
                what = f"has the field `{_shown(code)}`, which can fetch or run something"
                yield Finding("V027", f"`{part}` {what}")
            elif name.upper() == "HYPERLINK":
                wrong = (address for address in _addresses(code) if not _is_link(address))
                yield from (Finding("V022", f"`{part}` has a link to `{_shown(item)}`") for item in wrong)


def _addresses(code: str) -> Iterator[str]:
    """Yield what a field of a link leads to."""
    words = [quoted or bare for quoted, bare in _WORDS.findall(code)][1:]
    before = ""
    for word in words:
        if not _SWITCH.fullmatch(word) and before not in _WITH_TEXT:
            yield word
        before = word.lower() if _SWITCH.fullmatch(word) else ""


def find_ways_out(word: Word) -> Iterator[Finding]:
    """Nothing is fetched from outside the document; only links lead there, to the web or a mailbox."""
    for part, relationships in relationships_of(word).items():
        for item in relationships.values():
            address = item.get("Target", "")
            is_outside = item.get("TargetMode", "").lower() == "external" or _OUTSIDE.match(address)
            is_link = item.get("Type", "").endswith("/hyperlink") and _is_link(address)
            if is_outside and not is_link:
                yield _fetched(f"`{part}`" if part else "the document", address)
    for part, tree in word.trees.items():
        for address in dict.fromkeys(_drawn_addresses(tree)):
            yield _fetched(f"a drawing in `{part}`", address)


def _fetched(what: str, address: str) -> Finding:
    return Finding("V022", f"{what} would fetch `{_shown(address)}` from outside the document")


def _drawn_addresses(tree: Element) -> Iterator[str]:
    """Yield the addresses outside the document that drawings name, but for links of shapes."""
    for item in tree.iter(*_DRAWINGS, _SVG):
        for key, value in item.attrib.items():
            name, address = str(key).rpartition("}")[2], str(value).strip()
            is_outside = name in {"href", "src", "althref"} and _OUTSIDE.match(address)
            is_link = name == "href" and _local(item) in {"a", "shape"} and _is_link(address)
            if is_outside and not is_link and not address.startswith("data:"):
                yield address


def _is_link(address: str) -> bool:
    """Tell whether an address is one that a text may link to: in it, in the web, or a mailbox."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme.lower() in _SCHEMES
    return not address or address.startswith("#")


def _local(item: Element) -> str:
    return str(item.tag).rpartition("}")[2]


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN_CHARACTERS else text[:_SHOWN_CHARACTERS] + "…"
