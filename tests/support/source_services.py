"""What the services that know sources answer, and what pages say of themselves; all of it made up."""

CROSSREF = {
    "type": "journal-article",
    "title": "A <i>bridge</i> opens &amp; closes in Kyiv",
    "author": [{"given": "Ann", "family": "Example"}, {"name": "World Bank"}],
    "container-title": "Journal of Bridges",
    "published": {"date-parts": [[2021, 9]]},
    "issued": {"date-parts": [[2021, 9, 10]]},
    "volume": "3",
    "issue": "4",
    "page": "1-10",
    "publisher": "Springer & Co",
    "ISSN": ["1234-5679"],
    "URL": "http://dx.doi.org/10.5555/bridge",
    "language": "en",
    "abstract": "<jats:p>It opens.</jats:p>",
}
ARXIV = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Query</title>
<entry><id>http://arxiv.org/abs/2101.00001v2</id><published>2021-01-01T10:00:00Z</published>
<title>Bridges of
  Nowhere</title><author><name>Ann Example</name></author>
<author><name>The Bridge Collaboration</name></author>
<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.5555/bridge</arxiv:doi>
<arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="physics.soc-ph"/></entry></feed>"""
NO_ARXIV = '<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Query</title></feed>'
OPEN_LIBRARY = {
    "ISBN:9780306406157": {
        "details": {
            "title": "The bridge",
            "subtitle": "a history",
            "authors": [{"key": "/authors/OL1A", "name": "Ann Example"}],
            "publishers": ["Nowhere Press"],
            "publish_places": ["Nowhere"],
            "publish_date": "March 2009",
            "languages": [{"key": "/languages/eng"}],
        }
    }
}
GOOGLE = {
    "totalItems": 1,
    "items": [
        {
            "volumeInfo": {
                "title": "Міст",
                "authors": ["Іван Приклад"],
                "publishedDate": "2003-04-29",
                "language": "uk",
            }
        }
    ],
}
NEWS = """<!DOCTYPE html><html lang="en"><head><title>Bridge opens in Kyiv - The Example Times</title>
<meta property="og:site_name" content="The Example Times">
<meta property="og:title" content="Bridge opens in Kyiv">
<link rel="canonical" href="/2021/bridge">
<script type="application/ld+json">{"@context": "https://schema.org",
"@graph": [{"@type": "WebPage", "name": "x"}, {"@type": "NewsArticle", "headline": "Bridge opens in Kyiv",
"datePublished": "2021-09-10T23:30:00+03:00", "author": [{"@type": "Person", "name": "Ann Example"},
{"@type": "Organization", "name": "Example News Agency"}],
"publisher": {"name": "Example Holdings"}}]}</script></head></html>"""
BARE = """<html lang="en-GB"><title>Заява про міст</title>
<body><time datetime="2022-03-01">1 March</time></body></html>"""
SCHOLARLY = """<html><head>
<meta name="citation_title" content="A bridge"><meta name="citation_doi" content="{doi}">
<meta name="citation_author" content="Example, Ann"><meta name="citation_author" content="Sample, Bo">
<meta name="citation_journal_title" content="Journal of Bridges">
<meta name="citation_publication_date" content="2021/09/10">
<meta name="citation_firstpage" content="1"><meta name="citation_lastpage" content="10"></head></html>"""
