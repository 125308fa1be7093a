"""The words of a title or a name, without what only typesetting needs: what makes two of them the same."""

import re
import unicodedata

_COMMAND = re.compile(r"\\[a-zA-Z]+\s*|\\.")
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words in lower case, without accents, braces, LaTeX commands and punctuation."""
    plain = _COMMAND.sub("", text).replace("{", "").replace("}", "")
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFD", plain)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return tuple(_WORD.findall(plain.lower()))


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written with blanks between them."""
    return frozenset(text.split())
