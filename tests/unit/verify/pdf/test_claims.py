"""What a PDF says about itself is read from its catalogue and its metadata."""

import pikepdf

from octavo.verify.pdf.claims import Claims, read_claims


def test_a_bare_file_says_nothing() -> None:
    """A file that was made without any care claims nothing."""
    with pikepdf.new() as pdf:
        assert read_claims(pdf) == Claims(is_tagged=False, shows_title=False, conformances=())


def test_all_is_read() -> None:
    """Marks, claims and attached files are found; a file that does not belong to the document is told."""
    with pikepdf.new() as pdf:
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root.Metadata = pdf.make_stream(
            b'<x pdfaid:part="3" pdfaid:conformance="A"/><pdfuaid:part>1</pdfuaid:part>'
        )
        files = [
            pdf.make_indirect(pikepdf.Dictionary(UF=name, AFRelationship=pikepdf.Name.Data))
            for name in ("kept.json", "stray.bib")
        ]
        names = [item for file in files for item in (file.UF, file)]
        pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=pikepdf.Array(names)))
        pdf.Root.AF = pikepdf.Array(files[:1])

        claims = read_claims(pdf)

    assert claims == Claims(attachments={"kept.json": True, "stray.bib": False})


def test_other_parts_are_no_claims() -> None:
    """PDF/A-2 and PDF/UA-2, and a lower level, are not what octavo promises."""
    with pikepdf.new() as pdf:
        pdf.Root.Metadata = pdf.make_stream(b'<x pdfaid:part="3" pdfaid:conformance="B" pdfuaid:part="2"/>')

        assert read_claims(pdf).conformances == ()
