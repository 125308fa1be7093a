"""A template of the Word edition from a stranger makes no document that fetches or runs anything."""

from pathlib import Path

import pytest

from octavo.load import load_publication
from octavo.parse import parse_rendering
from octavo.render import render_publication
from octavo.verify.docx import verify_docx
from octavo.write.docx import write_docx
from tests.support.least_publication import write_publication
from tests.support.word_texts import p

FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            p("Colophon", "", FIELD.format('INCLUDEPICTURE "https://fable.example/a.png"') + END),
            'has the field `INCLUDEPICTURE "https://fable.example/a.png"`, which can fetch or run something',
        ),
        (p("Colophon", "", FIELD.format("DDEAUTO fable") + END), "which can fetch or run something"),
        (p("Colophon", "", "<w:r><w:object/></w:r>"), "has an object of another program"),
        (p("Colophon", "", '<w:r><w:altChunk r:id="a"/></w:r>'), "has a piece of another document"),
    ],
)
def test_what_a_template_brings_along_is_refused(tmp_path: Path, body: str, message: str) -> None:
    """The build ends with an error that names the part and what is in it."""
    root = write_publication(tmp_path, {"templates/docx/back.xml.j2": body})
    publication = load_publication(root).value
    assert publication is not None
    document = parse_rendering(render_publication(publication).value).value
    assert document is not None
    artifact = write_docx(document).value
    assert artifact is not None

    found = verify_docx(document, artifact)

    (told,) = [diagnostic for diagnostic in found if diagnostic.code == "V027"]
    assert told.message.startswith("`word/document.xml` ")
    assert message in told.message
    assert "templates/docx" in (told.hint or "")
