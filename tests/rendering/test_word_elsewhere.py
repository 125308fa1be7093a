"""Word's schemas, a look at what a document brings along, and LibreOffice: none loses or minds a thing.

LibreOffice opens each document and saves it, as DOCX and by way of ODT; what comes back has every note in its
place.
"""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from octavo.codes import Severity
from octavo.load import load_publication
from octavo.parse import parse_rendering
from octavo.render import render_publication
from octavo.verify.docx import examine_docx
from octavo.verify.docx.rules import find_lost_anchors
from octavo.verify.docx.threats import (
    find_active_elements,
    find_active_fields,
    find_active_parts,
    find_ways_out,
)
from octavo.verify.docx.word import open_package, open_word
from octavo.verify.full.openxml import OPENXML_AUDIT
from octavo.verify.full.validator import NotChecked
from octavo.write import lay_out_media
from octavo.write.docx import write_docx
from tests.support.builds import Builder, editions
from tests.support.least_publication import METADATA, write_publication
from tests.support.libreoffice import converted
from tests.support.word_notes import notes_of

pytestmark = pytest.mark.slow

BUILT = ("small", "long", "analysis")
NAMES = ("every-construct", "aside", *BUILT)
AUDITED = ("every-construct", "aside", "small", "analysis")
"""Those that no other test shows to Word's rules."""

RETURNED = ("every-construct", "aside", "long")
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>\n'
ASIDE = """# Першая

### A skipped level

::: {lang=de}
Ein Absatz.^[Eine Anmerkung *mit* [слово]{lang=uk}.]
:::

![](figures/vignette.svg){alt=""}

![Its caption.^[A note in it.]](figures/vignette.svg){alt="A square"}

-------  ------------------
Apples   12^[In a cell.]
Pears    14
-------  ------------------

: Fruit.^[In the caption of a table.] {.row-heads}

::: landscape
Turned.^[On its side.]
:::

- item^[In a list.]

Term

:   Definition.[^two]

> Quoted.^[In a quotation.]

[^two]: Two paragraphs.

    The second.
"""
"""What the specimens have not: skipped levels, decoration, heads of rows, notes in odd places."""


def written(root: Path) -> Path:
    """Write the Word edition of a publication."""
    publication = load_publication(root).value
    assert publication is not None
    document = parse_rendering(render_publication(publication).value).value
    assert document is not None
    lay_out_media(document)
    artifact = write_docx(document).value
    assert artifact is not None
    return artifact.path


@pytest.fixture(scope="module")
def paths(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Give Word editions by name."""
    folder = tmp_path_factory.mktemp("word")
    found = {
        name: editions(built(name).root)[".docx"]
        for name in NAMES
        if name not in {"every-construct", "aside"}
    }
    shutil.copytree(Path(__file__).parent / "every-construct", folder / "every-construct")
    files = {
        "manuscript/metadata.yaml": f"{METADATA.replace('en-GB', 'be')}slug: aside\n",
        "manuscript/10-first.md": ASIDE,
        "manuscript/figures/vignette.svg": DRAWING,
    }
    write_publication(folder / "aside", files)
    return {**found, **{name: written(folder / name) for name in ("every-construct", "aside")}}


@pytest.fixture(scope="module")
def returned(
    paths: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[tuple[str, str], Path]:
    """Let LibreOffice open and save the documents, directly and by way of ODT; give both by name and way."""
    folder = tmp_path_factory.mktemp("office")
    sent = {}
    for name in RETURNED:
        sent[name] = folder / f"{name}.docx"
        shutil.copyfile(paths[name], sent[name])

    by_docx = converted(list(sent.values()), "docx", folder / "docx")
    by_odt = converted(converted(list(sent.values()), "odt", folder / "odt"), "docx", folder / "back")
    return {
        (name, way): path
        for way, files in (("docx", by_docx), ("odt", by_odt))
        for name, path in zip(RETURNED, files, strict=True)
    }


@pytest.mark.parametrize("way", ["docx", "odt"])
@pytest.mark.parametrize("name", RETURNED)
def test_notes_come_back_from_libreoffice(
    paths: Mapping[str, Path], returned: Mapping[tuple[str, str], Path], name: str, way: str
) -> None:
    """Each note has the number, the text and the place that it had."""
    expected = notes_of(paths[name])

    assert len(expected) >= (100 if name == "long" else 8)
    assert expected == notes_of(returned[name, way])


@pytest.mark.parametrize("way", ["docx", "odt"])
def test_links_come_back_from_libreoffice(returned: Mapping[tuple[str, str], Path], way: str) -> None:
    """Each link inside the document still leads somewhere; that LibreOffice doubles bookmarks is its own."""
    words = [open_word(returned[name, way]) for name in RETURNED]
    told = [found.message for word in words for found in find_lost_anchors(word)]

    assert [message for message in told if message.startswith("a link leads")] == []


@pytest.mark.parametrize("name", AUDITED)
def test_word_has_nothing_to_say(paths: Mapping[str, Path], name: str) -> None:
    """Every document is valid by the schemas and rules of Office, whatever stands in it."""
    try:
        faults = OPENXML_AUDIT.examine(paths[name]).faults
    except NotChecked:
        assert "CI" not in os.environ, "CI needs openxml-audit"
        pytest.skip("openxml-audit is not installed here")

    assert [fault for fault in faults if fault.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", NAMES)
def test_documents_bring_nothing_along(paths: Mapping[str, Path], name: str) -> None:
    """Nothing in a document runs or is fetched, and nothing is hidden from screen readers."""
    assert examine_docx(paths[name]) == ()


def test_the_reference_document_brings_nothing_along(paths: Mapping[str, Path]) -> None:
    """Pandoc would copy a template that is fetched, or a field, from there into every document."""
    reference = open_package(paths["aside"].parent / "reference.docx")

    rules = (find_ways_out, find_active_parts, find_active_elements, find_active_fields)
    assert [found for rule in rules for found in rule(reference)] == []


def test_programs_find_what_the_author_said(paths: Mapping[str, Path]) -> None:
    """Decoration, words for pictures, heads of rows, languages and closed levels are in the document."""
    word = open_word(paths["aside"])
    text = word.parts["word/document.xml"].decode()

    assert 'decorative" val="1"' in text
    assert 'descr="A square"' in text
    assert 'w:firstColumn="1"' in text
    assert '<w:lang w:val="de"/>' in text
    assert '<w:pStyle w:val="Heading3as2"/>' in text
