"""What the file says about itself, and what it says of its attachments."""

from typing import Any

from octavo.write.mend.objects import object_of

_UA = "http://www.aiim.org/pdfua/ns/id/"
_UA_CLAIM = f"""<rdf:Description rdf:about="" xmlns:pdfuaid="{_UA}" pdfuaid:part="1" />
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
""".encode()
"""PDF/UA-1 (ISO 14289-1, 5), and its schema described, as PDF/A wants it (ISO 19005-3, 6.6.2.3.2)."""

_END = b"</rdf:RDF>"


def claim_conformance(pdf: Any) -> None:
    """Add PDF/UA-1 to the metadata, which say PDF/A-3a already; they stay readable without a PDF library."""
    metadata = object_of(pdf, pdf.catalog["Metadata"])
    (content,) = metadata.stream
    before, _, after = content.rpartition(_END)
    metadata.stream = [before + _UA_CLAIM + _END + after]
    metadata.compress = False


def join_attachments(pdf: Any) -> None:
    """Name each attachment once among the files that belong to the document: WeasyPrint does it twice."""
    import pydyf

    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
