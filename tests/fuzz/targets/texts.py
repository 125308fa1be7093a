"""Texts and the small things in them: Markdown, sentences, templates, addresses, languages, dates."""

import atexit
import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from octavo.addresses import address_fault, address_key, tracking_names, without_tracking
from octavo.dates import date_in_words
from octavo.diagnostics import Diagnostic
from octavo.identifiers import identifier_fault, parse_doi, parse_isbn, parse_issn, parse_orcid
from octavo.languages import name_of, primary, tag_of
from octavo.load.manuscript import read_chapter
from octavo.load.metadata import make_metadata, read_metadata
from octavo.load.values import slug_from
from octavo.markdown import paragraphs_of, scan
from octavo.markdown.allowances import allowances_of
from octavo.markdown.attributes import ATTRIBUTES, iter_identifiers, read_attributes
from octavo.markdown.claims import claim_marks
from octavo.markdown.mask import find_templates, mask_templates, only_templates
from octavo.markdown.own_notes import find_note
from octavo.markdown.sentences import split_sentences
from octavo.policy import policy_of
from octavo.source import SourceFile
from octavo.sources.addresses import is_private, wire_address
from octavo.sources.languages import langid_of
from octavo.sources.page_dates import date_parts
from octavo.sources.references import UnknownReference, identities, identity_of, read_reference
from octavo.templating import Scribe, TemplateFault, Values, chapter_environment, parse_text
from octavo.templating.messages import Costs
from octavo.transliteration import LANGUAGES, SCHEMES, knows, transliterate
from tests.fuzz.law import Target, Trial
from tests.fuzz.targets.loading import Found, of_text
from tests.support.models import make_publication

CHAPTER = "manuscript/10-first.md"


def text_of(content: bytes) -> str:
    """Decode bytes as text."""
    return content.decode("utf-8", "replace")


def read_scan(source: SourceFile) -> Found:
    """Scan a chapter; what is found stands where it is said to."""
    found = scan(source)
    spans = [citation.span for citation in found.citations] + list(found.references) + list(found.crowds)
    spans += (
        [image.span for image in found.images]
        + [named.span for named in found.identifiers]
        + list(found.code)
    )
    assert all(0 <= span.start <= span.end <= len(source.text) for span in spans)
    scan.cache_clear()
    return []


def read_prose(source: SourceFile) -> Found:
    """Part a chapter into paragraphs; each place lies within its paragraph."""
    for paragraph in paragraphs_of(source):
        size = len(paragraph.raw)
        assert len(paragraph.plain) == size
        places = [*paragraph.notes, *(cited.group for cited in paragraph.citations)]
        places += [place for marked in paragraph.spans for place in (marked.place, marked.whole)]
        assert all(0 <= begin <= end <= size for begin, end in places)
        assert 0 <= paragraph.span((0, size)).start <= len(source.text)
    return []


def read_whole_chapter(source: SourceFile) -> Found:
    """Read a chapter with its metadata block, its remarks, its claims and its notes."""
    read = read_chapter(source)
    chapter = read.value
    for mark in claim_marks(chapter):
        assert 0 <= mark.span.start <= mark.span.end <= len(source.text)
    find_note(chapter, source.text[-60:])
    list(allowances_of(source, chapter.paragraphs, (), chapter.body_start))
    scan.cache_clear()
    return read.diagnostics


def read_sentences(content: bytes) -> Found:
    """Part a text into sentences, which follow each other and leave out white space alone."""
    text = text_of(content)
    for lang in ("en-GB", "uk", "de", "xx"):
        place = 0
        for begin, end in split_sentences(text, lang):
            assert place <= begin < end <= len(text)
            assert not text[place:begin].strip()
            place = end
        assert not text[place:].strip()
    return []


def read_attribute_list(content: bytes) -> Found:
    """Read attributes wherever they begin."""
    text = text_of(content)
    for found in ATTRIBUTES.finditer(text):
        read_attributes(found)
        assert all(found.start() < begin <= end < found.end() for begin, end in iter_identifiers(found))
    return []


def read_mask(content: bytes) -> Found:
    """Blot templates out, and all else; lengths stay."""
    text = text_of(content)
    find_templates(text)
    assert len(mask_templates(text, 0)) == len(text)
    assert len(only_templates(text, 0)) == len(text)
    return []


def read_address(content: bytes) -> Found:
    """Judge a text as an address in every way."""
    address = text_of(content)
    fault = address_fault(address) if address else None
    tracking_names(address)
    without_tracking(address)
    address_key(address)
    wired = wire_address(address)
    if wired:
        assert wired.isascii()
        is_private(wired)
    try:
        identity_of(read_reference(address))
    except UnknownReference as unknown:
        return [Diagnostic("L004", str(unknown))]
    return [Diagnostic("C020", f"`{address}` {fault.message}", hint=fault.hint)] if fault else []


def read_names(content: bytes) -> Found:
    """Judge a text as the name of a language, a date, a slug and a number of every kind."""
    text = text_of(content)
    name_of(tag_of(text) or "uk")
    primary(text)
    langid_of(text, text)
    date_parts(text)
    assert re.fullmatch(r"[a-z0-9-]{1,80}", slug_from(text))
    assert date_in_words(date(2021, 9, 10), text)
    list(identities(dict.fromkeys(("doi", "isbn", "eprint", "url"), text)))
    faults = [identifier_fault(parse, text) for parse in (parse_doi, parse_isbn, parse_issn, parse_orcid)]
    return [Diagnostic("L004", f"`it` {fault}", hint=fault.hint) for fault in faults if fault]


def read_cyrillic(content: bytes) -> Found:
    """Write a text in Latin letters by every scheme."""
    text = text_of(content)
    for language in LANGUAGES:
        for scheme in SCHEMES:
            if knows(scheme, language):
                transliterate(text, scheme, language)
    return []


def read_policy(source: SourceFile) -> Iterator[Diagnostic]:
    """Judge what is found in metadata and a chapter by what these say of rules."""
    metadata = read_metadata(SourceFile("manuscript/metadata.yaml", source.text))
    chapter = read_chapter(source)
    publication = make_publication(chapter.value, metadata=metadata.value)
    policy = policy_of(publication)
    found = [*metadata.diagnostics, *chapter.diagnostics]
    yield from policy.judge(found)
    yield from policy.unused(found, "LCRP")
    scan.cache_clear()


def read_parsed(environment: Any, content: bytes) -> Found:
    """Parse a chapter's template."""
    source = SourceFile(CHAPTER, text_of(content))
    try:
        parse_text(environment, source.text)
    except TemplateFault as fault:
        return [Diagnostic("R001", fault.message, source.line_span(fault.line or 1))]
    return []


def begin_rendering(_: Path) -> Trial:
    """Render a chapter in a child with limits."""
    prices = [{"year": 2020, "price": "1"}]
    values = Values({"data": {"prices": prices}, "metadata": make_metadata({}, {}), "extra": {"a": 1}})
    writer = Scribe(Costs(cpu_seconds=0.3, grace_seconds=1, wall_seconds=10))
    atexit.register(writer.close)

    def read(content: bytes) -> Found:
        source = SourceFile(CHAPTER, text_of(content))
        try:
            writer.render_text(source.text, values)
        except TemplateFault as fault:
            return [Diagnostic("R001", fault.message, source.line_span(fault.line or 1))]
        return []

    return read


TEXTS = (
    Target("markdown-scan", of_text(read_scan, CHAPTER), "markdown", share=3),
    Target("markdown-prose", of_text(read_prose, CHAPTER), "markdown", share=1.5),
    Target("markdown-chapter", of_text(read_whole_chapter, CHAPTER), "markdown", share=1.5),
    Target("markdown-sentences", lambda _: read_sentences, "markdown", share=6),
    Target("markdown-attributes", lambda _: read_attribute_list, "markdown", longest=200, share=6),
    Target("markdown-mask", lambda _: read_mask, "template", longest=300, share=6),
    Target(
        "templates-parsed",
        lambda _: partial(read_parsed, chapter_environment()),
        "template",
        share=2,
        longest=200,
    ),
    Target("templates-rendered", begin_rendering, "template", longest=200, steady=False, share=0.1),
    Target("addresses", lambda _: read_address, "words", longest=120, share=8),
    Target("names-and-numbers", lambda _: read_names, "words", longest=80, share=4),
    Target("transliteration", lambda _: read_cyrillic, "words", longest=120, share=2),
    Target("policy", of_text(read_policy, CHAPTER), "yaml", longest=300, share=0.7),
)
