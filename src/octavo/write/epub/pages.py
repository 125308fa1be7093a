"""The pages of the house style, and every page as a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from octavo.house import house_templates_path
from octavo.model import Publication
from octavo.templating import house_environment, render_file
from octavo.write.epub.files import BookFile, Division, Page
from octavo.write.epub.xhtml import from_html, to_text

Render = Callable[[str, Mapping[str, Any]], str]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page that the house style adds.

    `name` is that of its template and of its file, `word` the key of its title among octavo's words.
    """

    name: str
    word: str
    division: Division
    landmark: str


COVER = Leaf("cover", "cover", "frontmatter", "cover")
TITLE_PAGE = Leaf("title-page", "title_page", "frontmatter", "titlepage")
IMPRINT = Leaf("imprint", "rights", "frontmatter", "copyright-page")
CONTENTS = Leaf("nav", "contents", "frontmatter", "toc")
COLOPHON = Leaf("colophon", "colophon", "backmatter", "colophon")


def template_renderer(publication: Publication) -> Render:
    """Return a function that renders a template of `epub/`, the publication's own before octavo's.

    It raises TemplateFault.
    """
    folders = (publication.templates_path, house_templates_path())
    environment = house_environment(tuple(folder for folder in folders if folder))

    def render(name: str, values: Mapping[str, Any]) -> str:
        return render_file(environment, f"epub/{name}", values)

    return render


def leaf_page(leaf: Leaf, render: Render, values: Mapping[str, Any]) -> Page:
    """Make a page of what its template says. Raises TemplateFault."""
    elements = tuple(from_html(render(f"{leaf.name}.html.j2", values)))
    return Page(f"{leaf.name}.xhtml", values["words"][leaf.word], leaf.division, elements, leaf.landmark)


def page_file(render: Render, page: Page, values: Mapping[str, Any]) -> BookFile:
    """Write a page: the frame of all pages around its elements. Raises TemplateFault."""
    text = render("page.xhtml.j2", {**values, "page": page, "body": to_text(page.elements)})
    properties = (["nav"] if page.landmark == CONTENTS.landmark else []) + (
        ["mathml"] if page.has_math() else []
    )
    return BookFile(page.name, "application/xhtml+xml", text.encode(), tuple(properties))
