"""The book's pages as files: what the templates say, joined with the text."""

from collections.abc import Callable, Mapping
from typing import Any

from octavo.house import house_templates_path
from octavo.model import Publication
from octavo.templating import house_environment, render_file
from octavo.write.epub.files import BookFile, Division, Page
from octavo.write.epub.package import PAGE_TYPE
from octavo.write.epub.xhtml import from_html, to_text

Render = Callable[[str, Mapping[str, Any]], str]
_MATHML = "{http://www.w3.org/1998/Math/MathML}math"


def template_renderer(publication: Publication) -> Render:
    """Return a function that renders a template of `epub/`, the publication's own before octavo's.

    It raises TemplateFault.
    """
    folders = (publication.templates_path, house_templates_path())
    environment = house_environment(tuple(folder for folder in folders if folder))

    def render(name: str, values: Mapping[str, Any]) -> str:
        return render_file(environment, f"epub/{name}", values)

    return render


def template_page(
    render: Render, name: str, title: str, values: Mapping[str, Any], division: Division, landmark: str | None
) -> Page:
    """Make a page of what the template of its name says."""
    elements = tuple(from_html(render(f"{name}.html.j2", values)))
    return Page(f"{name}.xhtml", title, division, elements, landmark)


def page_file(render: Render, page: Page, values: Mapping[str, Any]) -> BookFile:
    """Write a page: the frame of all pages around its elements."""
    own = {"page": page, "body": to_text(list(page.elements))}
    text = render("page.xhtml.j2", {**values, **own})
    has_math = any(True for element in page.elements for _ in element.iter(_MATHML))
    properties = (["nav"] if page.landmark == "toc" else []) + (["mathml"] if has_math else [])
    return BookFile(page.name, PAGE_TYPE, text.encode(), tuple(properties))

