"""What the layout engine says becomes what an author can act on."""

from pathlib import Path

import pytest

from octavo.model import Picture
from octavo.templating import TemplateFault
from octavo.write.complaints import (
    complaint_diagnostics,
    failure_diagnostic,
    missing_library,
    no_cover,
    undrawn_formulas,
)
from octavo.write.messages import EngineDied, LayoutFailed, Printed
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
        (EngineDied(-24, ""), "W015", "laying the pages out takes more than so many pages may take"),
        (
            LayoutFailed("MemoryError: "),
            "W015",
            "laying the pages out takes more than so many pages may take",
        ),
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
    found = failure_diagnostic(error, make_publication())

    assert (found.code, found.message) == (code, message)


def test_fault_of_an_own_template_is_shown_there(tmp_path: Path) -> None:
    """A template of the publication is shown at its line; one of the house style has no place there."""
    path = tmp_path / "templates" / "pdf" / "book.html.j2"
    path.parent.mkdir(parents=True)
    path.write_text("<html>\n  {{ nothing }}\n", encoding="utf-8")
    publication = make_publication(root=tmp_path, templates_path=tmp_path / "templates")

    own = failure_diagnostic(TemplateFault("no", "pdf/book.html.j2", 2), publication)
    unknown = failure_diagnostic(TemplateFault("no", "pdf/book.html.j2", None), publication)
    house = failure_diagnostic(TemplateFault("no", "cover.html.j2", 2), publication)

    assert own.span is not None
    assert (own.path, own.span.first.line, own.span.text) == (
        "templates/pdf/book.html.j2",
        2,
        "{{ nothing }}",
    )
    assert (unknown.span, unknown.file) == (None, "templates/pdf/book.html.j2")
    assert (house.path, house.message) == (None, "template `cover.html.j2` fails at line 2: no")


def test_rule_is_shown_in_the_own_template_that_has_it(tmp_path: Path) -> None:
    """A rule that is not understood is found in the publication's own stylesheet, where it has it."""
    own, finished = tmp_path / "templates" / "text.css.j2", tmp_path / "build" / "work" / "pdf" / "book.css"
    for path, text in ((own, "p {\n  text-warp: none;\n}\n"), (finished, "\n\n\ntext-warp: none;\n")):
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    folders = {"templates_path": tmp_path / "templates", "work_path": tmp_path / "build" / "work"}
    document = make_document(make_publication(root=tmp_path, **folders))
    complaint = "Ignored `text-warp: none` at 4:1, unknown property."

    (found,) = complaint_diagnostics(Printed(1, (complaint,)), document)

    assert found.span is not None
    assert (found.path, found.span.first.line) == ("templates/text.css.j2", 2)


def test_undrawn_formula_is_shown_in_its_chapter() -> None:
    """A formula that stays as typed is a warning where its author typed it."""
    document = make_document(make_publication(make_chapter("# A\n\nSo $\\odd{x}$ holds.\n")))
    (found,) = undrawn_formulas([r"\odd{x}"], document)

    assert (found.code, found.message) == ("W011", r"the formula `\odd{x}` stands in the PDF as it was typed")
    assert found.span
    assert found.span.text == r"\odd{x}"


def test_a_missing_library_of_the_system() -> None:
    """W023: who lacks Pango is told how to get it on his system; W024: an EPUB can do without a cover."""
    error = EngineDied(1, "OSError: cannot load library 'libpango-1.0-0': no such file")

    died, coverless = failure_diagnostic(error, make_publication()), no_cover(error)

    assert (died.code, died.message) == ("W023", "the system's library `libpango-1.0-0` is missing")
    assert (coverless.code, coverless.message) == (
        "W024", "the EPUB has no cover: the library `libpango-1.0-0` is missing",
    )  # fmt: skip
    assert all(f"`{word} install" in (died.hint or "") for word in ("apt", "dnf", "brew"))
    assert missing_library(EngineDied(-11, "Pango-CRITICAL: no fonts")) is None


def test_an_engine_that_hung() -> None:
    """W025: who waited in vain is told how long, and where to look."""
    hung = failure_diagnostic(EngineDied(-9, "", 600.0), make_publication())

    assert (hung.code, hung.message) == (
        "W025", "the layout engine did nothing for 600 seconds and was ended",
    )  # fmt: skip
