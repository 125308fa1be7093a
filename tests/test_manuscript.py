"""What the analysis in this repository promises its readers."""

import re
from pathlib import Path

import pytest

from octavo.check import check_publication
from octavo.load import load_publication
from octavo.model import Publication
from octavo.policy import policy_of

ROOT = Path(__file__).parent.parent
_NO_PROSE = re.compile(
    r"<!--.*?-->|\{%.*?%\}|\{\{.*?\}\}"
    r"|\[(?:[^\]@]*@[^\]]*)\]|^\|.*$|^:::.*$|^!\[.*$|\{[#.][^}]*\}",
    re.MULTILINE,
)


@pytest.fixture(scope="module")
def publication() -> Publication:
    """The analysis."""
    loaded = load_publication(ROOT)
    assert loaded.diagnostics == ()
    assert loaded.value
    return loaded.value


def prose_words(text: str) -> int:
    """Count the words that are neither citation, table, figure, template nor remark."""
    return len(re.findall(r"\w[\w’'.,-]*", _NO_PROSE.sub(" ", text)))


def test_length(publication: Publication) -> None:
    """An analysis that can be read in half an hour: 6 to 9 chapters, 3,000 to 4,500 words."""
    words = sum(prose_words(chapter.body) for chapter in publication.chapters)

    assert 6 <= len(publication.chapters) <= 9
    assert 3000 <= words <= 4500


def test_every_claim_can_be_checked(publication: Publication) -> None:
    """At least 70 citations in the text, to at least 45 sources, each with the language of its title."""
    cited = [citation.citekey for chapter in publication.chapters for citation in chapter.citations]

    assert len(cited) >= 70
    assert len(set(cited)) >= 45
    assert all(entry.fields.get("langid") for entry in publication.bibliography.entries.values())


def test_figures_and_tables(publication: Publication) -> None:
    """At least two figures drawn from data, and two tables, each followed by its source."""
    texts = [chapter.body for chapter in publication.chapters]
    images = [image for chapter in publication.chapters for image in chapter.images]
    tables = [table for text in texts for table in re.findall(r"^: .*\{#tbl:.*\}$", text, re.MULTILINE)]

    assert len(images) >= 2
    assert all(image.alt and ".vl." in image.target for image in images)
    assert len(tables) >= 2
    assert sum(text.count("\n::: source\n") for text in texts) == len(images) + len(tables)


def test_nothing_is_wrong_with_it(publication: Publication) -> None:
    """Every rule of octavo's own holds, or an exception says why it need not."""
    assert policy_of(publication).judge(check_publication(publication)) == []
