"""Text as BibTeX writes it: characters that it would read as commands, markup, and capitals to keep."""

import html
import re

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "%&$#_"},
}
_COMMANDS = {
    "i": "emph",
    "em": "emph",
    "b": "textbf",
    "strong": "textbf",
    "sub": "textsubscript",
    "sup": "textsuperscript",
}
_TAG = re.compile(r"<(?P<end>/?)(?:jats:)?(?P<name>[a-z]+\d?|mml:[a-z]+)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_SILENT = frozenset({"span", "sc", "scp", "p", "title", "italic", "bold", "u", "br", "a", "div", "inline"})
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]+\d*);")
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff\ud800-\udfff]")
_WORD = re.compile(r"[^\W_](?:[\w'’.-]*\w)?")
_TYPED_DASH = re.compile(r"(?<= )--(?= )")
_HYPHEN_PAIR = re.compile(r"-(?=-)")
_SMALL_IN_HEADLINES = re.compile(
    r"about|above|across|after|against|along|amid|amidst|among|around|before|behind|below|beneath|beside|between|beyond"
    r"|down|during|except|from|inside|into|like|near|once|onto|outside|over|past|since|than|that|through|throughout"
    r"|till|toward|towards|under|until|unlike|upon|versus|when|with|within|without"
)
_STARTS = frozenset(":.?!—–")


def unescaped(text: str) -> str:
    """Resolve HTML's references to characters; services send them in plain text, some twice over."""
    for _ in range(2):
        text = _REFERENCE.sub(lambda found: html.unescape(found[0]), text)
    return text


def one_line(text: str) -> str:
    """Return text as it came on one line, without characters that only steer machines."""
    return _without_lone_braces(" ".join(_STEERING.sub(" ", unescaped(text).replace("\u00ad", "")).split()))


def _without_lone_braces(text: str) -> str:
    """Leave out braces that have no partner: BibTeX itself counts them even behind a backslash."""
    opened: list[int] = []
    lone: set[int] = set()
    for place, char in enumerate(text):
        if char == "{":
            opened.append(place)
        elif char == "}":
            if opened:
                opened.pop()
            else:
                lone.add(place)
    lone.update(opened)
    return "".join(char for place, char in enumerate(text) if place not in lone)


def plain_value(text: str) -> str:
    """Write plain text as a value, without its braces."""
    return plain_piece(one_line(text))


def address_value(text: str) -> str:
    """Write an address, or another name for machines, as a value: what would end it is percent-encoded."""
    return "".join(f"%{ord(char):02X}" if char in "{}\\ " else char for char in one_line(text))


def title_value(title: str, *, keeps_capitals: bool) -> str:
    """Write a title, which may have HTML's markup as services send it, as a value without its braces.

    `keeps_capitals` is for languages whose titles BibTeX changes the case of: English.
    """
    text = one_line(title)
    keeps_capitals = keeps_capitals and any(char.islower() for char in text)
    is_sentence = _is_sentence(_TAG.sub("", text))
    parts: list[str] = []
    opened: list[str] = []
    place, before = 0, ""
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if name not in _COMMANDS and name not in _SILENT and not name.startswith("mml:"):
            continue
        piece = text[place : tag.start()]
        parts += [
            _kept_piece(piece, before, is_sentence=is_sentence) if keeps_capitals else plain_piece(piece)
        ]
        parts += [_command(name, opened, is_end=bool(tag["end"]))]
        before += piece
        place = tag.end()
    piece = text[place:]
    parts += [_kept_piece(piece, before, is_sentence=is_sentence) if keeps_capitals else plain_piece(piece)]
    return "".join([*parts, "}" * len(opened)])


def plain_piece(text: str) -> str:
    """Write a piece of text; its blanks stay. Hyphens stay apart: BibTeX would make a dash of two."""
    dashed = _TYPED_DASH.sub("–", text)
    return _HYPHEN_PAIR.sub("-{}", "".join(_SPECIAL.get(char, char) for char in dashed))


def _command(name: str, opened: list[str], *, is_end: bool) -> str:
    command = _COMMANDS.get(name)
    if command is None:
        return ""
    if not is_end:
        opened.append(command)
        return f"\\{command}{{"
    if opened and opened[-1] == command:
        opened.pop()
        return "}"
    return ""


def _is_sentence(title: str) -> bool:
    """Tell whether a title is written like a sentence, so that its capitals are those of names.

    One small word is enough that a headline would begin with a capital: no article, no preposition.
    """
    words = (word for word in _WORD.findall(title)[1:] if len(word) > 3)
    return any(
        word.isalpha() and word.islower() and not _SMALL_IN_HEADLINES.fullmatch(word) for word in words
    )


def _kept_piece(text: str, before: str, *, is_sentence: bool) -> str:
    """Put braces around the words of a piece whose capitals are their own."""
    parts: list[str] = []
    place = 0
    for word in _WORD.finditer(text):
        if text[: word.start()].endswith("@") or not _owns_capitals(
            word[0], before + text[: word.start()], is_sentence=is_sentence
        ):
            continue
        gap = text[place : word.start()]
        if parts and gap == " ":
            parts[-1] = parts[-1].removesuffix("}")
            parts.append(f" {plain_piece(word[0])}}}")
        else:
            parts.append(plain_piece(gap) + "{" + plain_piece(word[0]) + "}")
        place = word.end()
    return "".join([*parts, plain_piece(text[place:])])


def _owns_capitals(word: str, before: str, *, is_sentence: bool) -> bool:
    if word[0].islower() and not any(char.isupper() for char in word):
        return False
    is_symbol = len(word) == 1 and word.isupper() and word != "A"
    is_odd = any(char.isupper() for char in word[1:]) or any(char.isdigit() for char in word[1:])
    return bool(
        is_symbol
        or (is_odd and not word.isdigit())
        or (is_sentence and word[0].isupper() and not _is_start(before))
    )


def _is_start(before: str) -> bool:
    """Tell whether a title, or a sentence in it, begins behind a text."""
    place = len(before)
    while place and not before[place - 1].isalnum():
        place -= 1
        if before[place] in _STARTS:
            return True
    return place == 0
