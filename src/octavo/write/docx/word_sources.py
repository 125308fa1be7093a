"""The cited sources as Word's own: they are in its list "Manage Sources" and can be cited from there.

They lie in the part of custom XML that Word reads as bibliography (ECMA-376-1, section 22.6,
"Bibliography"; the part itself is section 15.2.5, "Custom XML Data Storage Part").
"""

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from octavo.model import SourceRecords
from octavo.ooxml import Element, element, serialized
from octavo.write.docx.package import Package

_ITEM, _PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_FAMILY = uuid.uuid5(uuid.NAMESPACE_URL, "https://octavo.invalid/source")
_TYPES = {
    "article": "ArticleInAPeriodical",
    "article-journal": "JournalArticle",
    "article-magazine": "ArticleInAPeriodical",
    "article-newspaper": "ArticleInAPeriodical",
    "bill": "Case",
    "book": "Book",
    "broadcast": "Film",
    "chapter": "BookSection",
    "entry": "BookSection",
    "entry-dictionary": "BookSection",
    "entry-encyclopedia": "BookSection",
    "interview": "Interview",
    "legal_case": "Case",
    "legislation": "Case",
    "motion_picture": "Film",
    "paper-conference": "ConferenceProceedings",
    "patent": "Patent",
    "post": "InternetSite",
    "post-weblog": "InternetSite",
    "report": "Report",
    "song": "SoundRecording",
    "thesis": "Report",
    "webpage": "InternetSite",
}
_CONTAINERS = {
    "ArticleInAPeriodical": "PeriodicalTitle",
    "BookSection": "BookTitle",
    "ConferenceProceedings": "ConferenceName",
    "InternetSite": "InternetSiteTitle",
    "JournalArticle": "JournalName",
}
_TEXTS = {
    "title": "Title",
    "title-short": "ShortTitle",
    "publisher": "Publisher",
    "publisher-place": "City",
    "edition": "Edition",
    "volume": "Volume",
    "issue": "Issue",
    "page": "Pages",
    "URL": "URL",
    "note": "Comments",
}
_ROLES = {"author": "Author", "editor": "Editor", "translator": "Translator", "interviewer": "Interviewer"}
_DATES = {"issued": ("Year", "Month", "Day"), "accessed": ("YearAccessed", "MonthAccessed", "DayAccessed")}


def add_word_sources(package: Package, sources: SourceRecords) -> None:
    """Add the sources to a package; nothing is added when nothing is cited."""
    if not sources.items:
        return
    root = element("b:Sources", (_source(item) for item in sources.items))
    root.set("SelectedStyle", "")
    package.put(_ITEM, serialized(root))
    identifier = "{" + str(uuid.uuid5(_FAMILY, sources.bibtex)).upper() + "}"
    references = element("ds:schemaRefs", [element("ds:schemaRef", uri=root.nsmap["b"])])
    package.put(_PROPERTIES, serialized(element("ds:datastoreItem", [references], itemID=identifier)))
    package.declare_kind(_PROPERTIES, _PROPERTIES_TYPE)
    package.relate("sources", "customXml", f"../{_ITEM}")
    package.relate("properties", "customXmlProps", "itemProps1.xml", _ITEM)


def _source(item: Mapping[str, Any]) -> Element:
    kind = _TYPES.get(item.get("type", ""), "Misc")
    parts = [
        ("Tag", item["id"]),
        ("SourceType", kind),
        ("Guid", "{" + str(uuid.uuid5(_FAMILY, item["id"])).upper() + "}"),
        *((name, str(item[key])) for key, name in _TEXTS.items() if item.get(key)),
        *_dates(item),
    ]
    if item.get("container-title"):
        parts.append((_CONTAINERS.get(kind, "PublicationTitle"), item["container-title"]))
    numbers = [str(item[key]) for key in ("DOI", "ISBN", "ISSN") if item.get(key)]
    if numbers:
        parts.append(("StandardNumber", numbers[0]))
    people = [_role(name, item[key]) for key, name in _ROLES.items() if item.get(key)]
    authors = [element("b:Author", people)] if people else []
    return element("b:Source", [*(_leaf(name, text) for name, text in parts), *authors])


def _dates(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, names in _DATES.items():
        parts = (item.get(key) or {}).get("date-parts") or [[]]
        yield from ((name, str(part)) for name, part in zip(names, parts[0], strict=False))


def _role(name: str, people: list[Mapping[str, str]]) -> Element:
    """Return the people of one role; a body among them stands for all, as Word knows no mixture."""
    bodies = [person["literal"] for person in people if "literal" in person]
    if bodies:
        names = [person.get("literal") or _in_full(person) for person in people]
        return element(f"b:{name}", [_leaf("Corporate", ", ".join(names))])
    return element(f"b:{name}", [element("b:NameList", [_person(person) for person in people])])


def _in_full(person: Mapping[str, str]) -> str:
    return " ".join(filter(None, (person.get("given"), person.get("family"))))


def _person(person: Mapping[str, str]) -> Element:
    family = " ".join(filter(None, (person.get("non-dropping-particle"), person.get("family"))))
    parts = [("Last", family), ("First", person.get("given", ""))]
    return element("b:Person", [_leaf(name, text) for name, text in parts if text])


def _leaf(name: str, text: str) -> Element:
    made = element(f"b:{name}")
    made.text = text
    return made
