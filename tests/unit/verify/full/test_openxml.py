"""What openxml-audit says of a Word document, in an author's words."""

import zipfile
from pathlib import Path

from docx import Document

from octavo.verify.full.openxml import examine
from octavo.verify.full.validator import Fault


def _document(folder: Path, xml: bytes) -> Path:
    """Write a Word document whose text begins with XML that is put in."""
    path, broken = folder / "sound.docx", folder / "broken.docx"
    document = Document()
    document.add_paragraph("made up")
    document.save(str(path))
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body>" + xml, 1)
            target.writestr(name, content)
    return broken


def test_an_unknown_element_is_told_in_words(tmp_path: Path) -> None:
    """V065 says what it means, names the part, and keeps what the validator said."""
    faults = examine(_document(tmp_path, b"<w:p><w:bogus/></w:p>")).faults

    found = next(fault for fault in faults if "bogus" in fault.said)
    assert isinstance(found, Fault)
    assert (found.code, found.place) == ("V065", "`word/document.xml`")
    assert "Word may call the document damaged" in found.message
