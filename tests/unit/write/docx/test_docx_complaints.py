"""What Word cannot show."""

from octavo.model import Picture
from octavo.pandoc import LogRecord
from octavo.write.docx.complaints import formula_diagnostics, picture_diagnostics
from tests.support.models import make_chapter, make_document, make_publication


def test_images_that_word_does_not_show_are_told() -> None:
    """W020: of each kind that Word lacks; a drawing with its PNG is none."""
    pictures = {
        "media/a.webp": Picture("manuscript/a.webp", "a.webp", b""),
        "media/b.svg": Picture("manuscript/b.svg", "b.svg", b"", "b.png", b""),
        "media/c.JPG": Picture("manuscript/c.JPG", "c.JPG", b""),
    }

    found = list(picture_diagnostics(make_document(make_publication(), pictures=pictures)))

    assert [(diagnostic.code, diagnostic.path) for diagnostic in found] == [("W020", "manuscript/a.webp")]


def test_formulas_that_word_does_not_have_are_told() -> None:
    """W021 stands on the formula; other warnings of Pandoc are not its business."""
    document = make_document(make_publication(make_chapter("A $\\oddity x$ here.\n")))
    warnings = [
        LogRecord(
            "CouldNotConvertTeXMath",
            "WARNING",
            "Could not convert TeX math \\oddity x, rendering as TeX:\n x",
        ),
        LogRecord("Other", "WARNING", "something else"),
    ]

    (found,) = formula_diagnostics(warnings, document)

    assert found.span
    assert (found.code, found.span.text, found.span.first.column) == ("W021", "\\oddity x", 4)
