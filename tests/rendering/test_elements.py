"""Elements of the text on paper: lists with letters, turned pages, formulas that can be read aloud."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from octavo.progress import Silent
from octavo.write.engine import Engine
from octavo.write.pdf import write_pdf
from tests.support.documents import document_of

METADATA = 'title: A Made-Up Report\nauthor: [Ada Madeup]\ndate: "2021-09-30"\nlang: en-GB\n'
TEXT = """# Elements

1. One

    a. letter

        i. roman

$$ a^2 + b^2 = c^2 $$ {#eq:sides}

::: landscape
| Town | Carts |
|------|------:|
| Here | 1     |

: Towns {#tbl:towns}
:::

See [@tbl:towns]{.page}.
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Print one chapter that has the elements."""
    root = tmp_path_factory.mktemp("elements")
    files = {"manuscript/metadata.yaml": METADATA, "manuscript/1.md": TEXT}
    document = document_of(root, files)
    with Engine() as engine:
        outcome = write_pdf(document, engine, Silent())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value.path


def texts(path: Path) -> list[str]:
    """Return the text of each page, lines folded."""
    with pypdfium2.PdfDocument(path) as book:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in book]


def test_lists_are_counted_as_they_were_typed(printed: Path) -> None:
    """Numbers, then letters, then small roman numbers."""
    (page,) = [text for text in texts(printed) if "letter" in text]

    assert {"1.", "a.", "i."} <= set(page.split())


def test_wide_tables_turn_their_page_alone(printed: Path) -> None:
    """The page of the table lies on its side; the text goes on upright, and names that page."""
    with pypdfium2.PdfDocument(printed) as book:
        turned = [number for number, page in enumerate(book) if page.get_width() > page.get_height()]
    pages = texts(printed)

    assert turned == [number for number, text in enumerate(pages) if "Here" in text]
    assert f"Table 1 (page {turned[0] + 1})" in pages[turned[0] + 1]


def test_formulas_are_figures_with_their_source_as_text(printed: Path) -> None:
    """Who cannot see the drawing hears what the author typed; its number is text."""
    with pikepdf.open(printed) as pdf:
        alts = [
            str(item.Alt) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item
        ]

    assert [alt for alt in alts if "a^2" in alt] == ["a^2 + b^2 = c^2"]
    assert any("(1)" in text for text in texts(printed))


def test_a_heading_at_the_end_keeps_its_number(tmp_path: Path) -> None:
    """Citeproc takes a last heading without text for that of its list, and the number from it."""
    source = "@book{ada,\n  title = {A Made-Up Book},\n  author = {Madeup, Ada},\n  date = {2020},\n}\n"
    files = {
        "manuscript/metadata.yaml": f"{METADATA}number_sections: true\n",
        "manuscript/1.md": "# One\n\nText [@ada].\n\n## End\n",
        "bibliography/sources.bib": source,
    }
    document = document_of(tmp_path, files)

    assert [heading.text for heading in document.headings] == ["1 One", "1.1 End", "Bibliography"]
    assert len(document.references) == 1
