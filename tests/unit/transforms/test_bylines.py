from dataclasses import replace

from octavo.ast import header, para, plain_text, words
from octavo.model import Author
from octavo.transforms.bylines import with_byline
from tests.support.models import make_chapter


def test_authors_stand_under_the_title() -> None:
    """A chapter with authors of its own names them behind its title; another one stays as it is."""
    blocks = [header(1, words("Title")), para(words("Text."))]
    chapter = make_chapter("# Title\n\nText.\n")
    signed = replace(chapter, authors=(Author("Ann Example"), Author("Bo Sample")))

    assert [plain_text(block) for block in with_byline(blocks, signed)] == [
        "Title",
        "Ann Example, Bo Sample",
        "Text.",
    ]
    assert with_byline(blocks, chapter) == blocks
