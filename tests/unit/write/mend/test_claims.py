"""What a file says of itself and of its attachments."""

import pydyf
from lxml import etree

from octavo.write.mend.claims import claim_conformance, join_attachments

XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF></x:xmpmeta>"""
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PART = "{http://www.aiim.org/pdfua/ns/id/}part"


def test_both_conformances_stand_in_one_description() -> None:
    """The claim is put into the one `rdf:RDF` that there is, since validators read no second."""
    pdf = pydyf.PDF()
    metadata = pydyf.Stream([XMP], compress=True)
    pdf.add_object(metadata)
    pdf.catalog["Metadata"] = metadata.reference

    claim_conformance(pdf)

    (rdf,) = etree.fromstring(metadata.stream[0])
    assert [one.get(PART) for one in rdf.findall(f"{RDF}Description") if one.get(PART)] == ["1"]
    assert not metadata.compress


def test_attachments_are_named_once() -> None:
    """WeasyPrint names each file twice among those of the document."""
    pdf = pydyf.PDF()
    pdf.catalog["AF"] = pydyf.Array([b"4 0 R", b"5 0 R", b"4 0 R", b"5 0 R"])

    join_attachments(pdf)

    assert pdf.catalog["AF"] == [b"4 0 R", b"5 0 R"]
