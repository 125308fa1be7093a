"""What the layout engine says becomes what an author can act on."""

import pytest

from octavo.model import Picture
from octavo.templating import TemplateFault
from octavo.write.complaints import complaint_diagnostics, failure_diagnostic
from octavo.write.engine import EngineDied, LayoutFailed, Printed
from tests.support.models import make_chapter, make_document, make_publication


@pytest.mark.parametrize(
    ("complaint", "code", "message"),
    [
        (
            '.notdef glyph rendered for Unicode string unsupported by fonts: "漢" (U+6F22)',
            "W004",
            "no typeface of the brand has the character `漢` (U+6F22)",
        ),
        (
            "Failed to load image at 'https://octavo.invalid/media/map-1.png': broken stream",
            "W005",
            "image `manuscript/map.png` cannot be drawn: broken stream",
        ),
        (
            "Ignored `text-warp: balance` at 7:3, unknown property.",
            "W007",
            (
                "the stylesheet has a rule that is not understood: "
                "Ignored `text-warp: balance`, unknown property"
            ),
        ),
        ("Font-face 'Made-Up' cannot be loaded", "W008", "a font file of `Made-Up` cannot be loaded"),
        ("Subgrids\nare unsupported", "W009", "the layout engine complains: Subgrids are unsupported"),
    ],
)
def test_complaint(complaint: str, code: str, message: str) -> None:
    """Each kind of complaint has its code, and names files as the author does."""
    picture = Picture("manuscript/map.png", "map-1.png", b"")
    document = make_document(
        make_publication(make_chapter("# A\n\n漢 here.\n")), pictures={"media/map-1.png": picture}
    )

    (found,) = complaint_diagnostics(Printed(1, (complaint,)), document)

    assert (found.code, found.message) == (code, message)


def test_missing_character_is_shown_in_its_chapter() -> None:
    """The engine knows no source, but the character can be found there."""
    document = make_document(make_publication(make_chapter("# A\n\nA 漢 here.\n")))
    complaint = '.notdef glyph rendered for Unicode string unsupported by fonts: "漢" (U+6F22)'

    (found,) = complaint_diagnostics(Printed(1, (complaint,)), document)

    assert found.span is not None
    assert (found.span.first.line, found.span.first.column) == (3, 3)


def test_harmless_complaints_are_dropped() -> None:
    """What changes nothing for the reader is not reported."""
    complaints = ('Using fontTools instead of HarfBuzz-Subset for font "X"', "No anchor #x for internal URI")

    assert complaint_diagnostics(Printed(1, complaints), make_document(make_publication())) == ()


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (LayoutFailed("KeyError: 1"), "W006", "the layout engine gave up: KeyError: 1"),
        (EngineDied(-11, "no fonts"), "W002", "the layout engine died (signal 11)"),
        (EngineDied(3, ""), "W002", "the layout engine died (exit status 3)"),
        (
            TemplateFault("there is no value `x`", "pdf/book.html.j2", 4),
            "W003",
            "template `pdf/book.html.j2` fails at line 4: there is no value `x`",
        ),
    ],
)
def test_failure(error: LayoutFailed | EngineDied | TemplateFault, code: str, message: str) -> None:
    """Whatever ends the layout is one diagnostic."""
    found = failure_diagnostic(error)

    assert (found.code, found.message) == (code, message)
