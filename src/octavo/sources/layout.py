"""How an entry is laid out: one field a line, in one order, with the equals signs below each other."""

from collections.abc import Sequence

from octavo.sources.entry_text import EntryText, Piece

FIELD_ORDER = (
    "author",
    "editor",
    "editortype",
    "translator",
    "title",
    "subtitle",
    "titleaddon",
    "titletranslation",
    "shorttitle",
    "maintitle",
    "booktitle",
    "booksubtitle",
    "eventtitle",
    "journal",
    "journaltitle",
    "journalsubtitle",
    "organization",
    "institution",
    "school",
    "publisher",
    "location",
    "address",
    "entrysubtype",
    "type",
    "howpublished",
    "series",
    "edition",
    "number",
    "volume",
    "volumes",
    "issue",
    "chapter",
    "pages",
    "pagetotal",
    "date",
    "year",
    "month",
    "eventdate",
    "origdate",
    "doi",
    "isbn",
    "issn",
    "eprint",
    "eprinttype",
    "eprintclass",
    "url",
    "urldate",
    "langid",
    "language",
    "keywords",
    "note",
    "addendum",
    "abstract",
    "annotation",
)
"""The order of fields; those that are not named here follow in the order in which they stand."""

_BLANKS = " \t\r\n"
"""What BibTeX leaves out at the ends of a value; other spaces are a part of it."""

_RANK = {name: rank for rank, name in enumerate(FIELD_ORDER)}


def lay_out(entry: EntryText, line_end: str = "\n") -> str:
    """Write an entry as it ought to stand. No value changes: only marks around it and blanks at its ends."""
    fields = sorted(
        ((name.lower(), pieces) for name, pieces in entry.fields),
        key=lambda field: _RANK.get(field[0], len(_RANK)),
    )
    width = max((len(name) for name, _ in fields), default=0)
    lines = [f"  {name:{width}} = {_value_text(pieces)}," for name, pieces in fields]
    return line_end.join([f"@{entry.kind.lower()}{{{entry.citekey},", *lines, "}"])


def _value_text(pieces: Sequence[Piece]) -> str:
    if len(pieces) == 1:
        return _plain_piece(pieces[0])
    return " # ".join(f"{{{piece.text}}}" if piece.mark == "{" else _kept(piece) for piece in pieces)


def _plain_piece(piece: Piece) -> str:
    """Put braces around a value, but for the name of a `@string`, which braces would turn into a word."""
    if piece.mark == '"' and piece.text.endswith("\\"):
        return _kept(piece)
    if piece.mark or (piece.text.isascii() and piece.text.isdigit()):
        return f"{{{piece.text.strip(_BLANKS)}}}"
    return piece.text


def _kept(piece: Piece) -> str:
    return f"{piece.mark}{piece.text}{piece.mark}"
