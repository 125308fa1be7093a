"""Small readings of BibTeX text: citekeys, names of fields, bare values, what broke."""

import re
from collections.abc import Collection, Iterator, Mapping

_OPENING = re.compile(r"@\w*\s*[{(]\s*")
_KEY_TEXT = re.compile(r"[^,\s{}()=\"]*(?:[ \t]+[^,\s{}()=\"]+)*")
_KEY = re.compile(r"[\w*](?:\w|[:.#$%&\-+?<>~/](?=\w))*")
_FIELD_OR_BRACE = re.compile(r"\\.|[{}]|(?<![\w-])(?P<name>[A-Za-z][\w-]*)\s*=\s*", re.DOTALL)
_FAILURES = (
    ("Unexpected block start", "is not closed before the next entry begins"),
    ("Unexpectedly reached end", "is not closed before the file ends"),
    ("Expected a `=`", "has a field without `=` and a value"),
    ("Expected either a `,`", "has two fields without a comma between them"),
)


def find_key(raw: str) -> tuple[int, int]:
    """Return where the citekey of an entry begins and ends."""
    opening = _OPENING.match(raw)
    if not opening:
        return 0, min(len(raw), 1)
    key = _KEY_TEXT.match(raw, opening.end())
    return opening.end(), key.end() if key else opening.end()


def is_key(text: str) -> bool:
    """Tell whether chapters can cite a key as `@key` (Pandoc manual, "Citation syntax")."""
    return bool(_KEY.fullmatch(text))


def explain_failure(reason: str) -> tuple[str, str]:
    """Put bibtexparser's reason into our words: what is wrong, and what to do."""
    found = (message for beginning, message in _FAILURES if reason.startswith(beginning))
    message = next(found, "cannot be read")
    if "not closed" in message:
        return message, "add the closing brace or quote that is missing"
    return message, "write `name = {value},` for each field"


def iter_field_names(raw: str, name: str) -> Iterator[re.Match[str]]:
    """Yield the places where a field of that name is given, in any letter case."""
    for match in re.finditer(rf"(?i)(?<![\w-]){re.escape(name)}(?=\s*=)", raw):
        before = raw[: match.start()]
        if before.count("{") - before.count("}") <= 1:
            yield match


def value_places(raw: str, names: Collection[str]) -> dict[str, tuple[int, int]]:
    """Return where the value of each named field lies in an entry, without its outer braces or quotes."""
    wanted = set(names)
    places: dict[str, tuple[int, int]] = {}
    depth = 0
    for match in _FIELD_OR_BRACE.finditer(raw):
        name = (match["name"] or "").lower()
        if not name:
            depth += {"{": 1, "}": -1}.get(match[0], 0)
        elif depth <= 1 and name in wanted and name not in places:
            places[name] = _value_place(raw, match.end())
    return places


def _value_place(raw: str, start: int) -> tuple[int, int]:
    """Return where the value that begins at `start` lies: to the comma or brace that ends the field."""
    depth, is_quoted, end = 0, False, len(raw)
    for match in re.finditer(r"\\.|[{}\",]", raw[start:], re.DOTALL):
        mark = match[0]
        if depth == 0 and not is_quoted and mark in {",", "}"}:
            end = start + match.start()
            break
        depth += {"{": 1, "}": -1}.get(mark, 0)
        is_quoted ^= mark == '"' and depth == 0
    value = raw[start:end]
    first, last = start + len(value) - len(value.lstrip()), start + len(value.rstrip())
    if raw[first : first + 1] in {"{", '"'} and _closes_at_end(raw[first:last]):
        first, last = first + 1, last - 1
    return first, last


def is_value(value: str) -> bool:
    """Tell whether a field's value is one value: in braces, in quotes, a word, or such joined by `#`."""
    return all(
        re.fullmatch(r"[^\s{}\"#,=]+", part) or (part[:1] in {"{", '"'} and _closes_at_end(part))
        for part in _split_joined(value.strip())
    )


def _split_joined(value: str) -> list[str]:
    """Split a value at each `#` outside braces and quotes."""
    parts = [""]
    depth, is_quoted = 0, False
    for char in value:
        depth += {"{": 1, "}": -1}.get(char, 0)
        is_quoted ^= char == '"' and depth == 0
        if char == "#" and depth == 0 and not is_quoted:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts]


def bare_value(value: str, strings: Mapping[str, str]) -> str:
    """Remove the outer braces or quotes of a value, and put `@string` names and `#` joins together."""
    value = value.strip()
    parts = [value] if _is_delimited(value) else _split_joined(value)
    return " ".join("".join(_bare_part(part, strings) for part in parts).split())


def _bare_part(part: str, strings: Mapping[str, str]) -> str:
    return part[1:-1] if _is_delimited(part) else strings.get(part.lower(), part)


def _is_delimited(value: str) -> bool:
    return value[:1] in {"{", '"'} and _closes_at_end(value)


def _closes_at_end(value: str) -> bool:
    """Tell whether the first delimiter is closed by the last character."""
    if len(value) < 2 or value[-1] != {"{": "}", '"': '"'}[value[0]]:
        return False
    depth = 0
    for match in re.finditer(r"\\.|[{}\"]", value[1:-1], re.DOTALL):
        mark = match[0]
        depth += {"{": 1, "}": -1}.get(mark, 0)
        if depth < 0 or (mark == '"' == value[0] and depth == 0):
            return False
    return depth == 0
