"""The package document: an identity that lasts, contributors, navigation."""

import uuid

from octavo.model import Author
from octavo.write.epub.chapters import split_chapters
from octavo.write.epub.navigation import contents, landmarks
from octavo.write.epub.package import contributors, derived_identifier
from tests.support.epub_texts import make_text
from tests.support.models import make_chapter, make_metadata, make_publication


def test_the_identifier_is_a_real_uuid_that_stays() -> None:
    """The same publication keeps its identifier from build to build; another one has another."""
    identifier = derived_identifier(make_metadata())
    assert identifier == "urn:uuid:" + str(uuid.UUID(identifier))
    assert uuid.UUID(identifier).version == 5
    assert identifier == derived_identifier(make_metadata(edition="second", rights="other"))
    assert identifier != derived_identifier(make_metadata(title="Another"))


def test_authors_of_chapters_are_contributors_once() -> None:
    """Who signs a chapter is named; who signs the whole is an author and no contributor too."""
    chapters = [make_chapter("", authors=(Author("Ada Madeup"), Author("Cy Fiction"))) for _ in range(2)]
    assert contributors(make_publication(*chapters)) == ["Cy Fiction"]


def test_the_contents_list_chapters_and_sections() -> None:
    """Deeper headings are reached by reading; identifiers are written as addresses."""
    document, body = make_text(
        ['<h1 id="sec:a">A</h1><h2 id="б">B</h2><h3 id="c">C</h3>', '<h1 id="d">D</h1><h2 id="e:f">E</h2>']
    )
    entries = contents(document, split_chapters(document, body))
    flat = [
        (entry["title"], entry["href"], [below["href"] for below in entry["entries"]]) for entry in entries
    ]
    assert flat == [
        ("A", "01-a.xhtml", ["01-a.xhtml#%D0%B1"]),
        ("D", "02-d.xhtml", ["02-d.xhtml#e:f"]),
    ]


def test_landmarks_are_pages_that_have_one() -> None:
    """Reading systems are offered the beginning of the text, not every chapter."""
    document, body = make_text(['<h1 id="a">A</h1>', '<h1 id="b">B</h1>'])
    assert landmarks(split_chapters(document, body)) == [
        {"type": "bodymatter", "href": "01-a.xhtml", "title": "A"}
    ]
