"""What is no part of the text, such as running heads, becomes an artifact (ISO 32000-1, 14.8.2.2).

WeasyPrint marks them as text that no element holds, so that programs that read aloud may read them out.
"""

from collections.abc import Iterator
from typing import Any

from octavo.write.mend.objects import object_of
from octavo.write.mend.tree import Annotation, Mark


def mark_artifacts(pdf: Any, *, kept: frozenset[Mark], printed: frozenset[Mark]) -> None:
    """Mark all content of pages as artifacts that is not among `kept`.

    What was not among `printed` either stood in the pages' margins.
    """
    import pydyf

    for page, stream in enumerate(_page_streams(pdf)):
        for index, number in _begins(stream):
            mark = Mark(page, number)
            if mark not in kept:
                stream[index - 1] = "/Artifact"
                kind = "/Layout" if mark in printed else "/Pagination"
                stream[index] = pydyf.Dictionary({"Type": kind})


def keep_links(pdf: Any, links: tuple[Annotation, ...]) -> None:
    """Take all other links from the pages: they lie within another, or in a margin."""
    kept = {id(link.entries) for link in links}
    for page in pages_of(pdf):
        annotations = page.get("Annots", [])
        for reference in list(annotations):
            annotation = object_of(pdf, reference)
            if annotation["Subtype"] == "/Link" and id(annotation) not in kept:
                annotations.remove(reference)
                annotation.clear()


def pages_of(pdf: Any) -> Iterator[Any]:
    """Yield the dictionaries of the pages."""
    for reference in pdf.page_references:
        yield object_of(pdf, reference)


def _page_streams(pdf: Any) -> Iterator[list[Any]]:
    for page in pages_of(pdf):
        yield object_of(pdf, page["Contents"]).stream


def _begins(stream: list[Any]) -> Iterator[tuple[int, int]]:
    """Yield where the properties of marked content stand among the operators, and its number."""
    for index, item in enumerate(stream):
        if isinstance(item, dict) and "MCID" in item:
            yield index, item["MCID"]
