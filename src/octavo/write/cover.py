"""The cover, drawn from the same template for the PDF's first page and for the EPUB's picture."""

from concurrent.futures import Future
from pathlib import Path
from typing import Any

from octavo.colors import contrast
from octavo.house import house_templates_path
from octavo.model import Brand, Document, Publication
from octavo.templating import house_environment, render_file
from octavo.write.cover_plan import cover_plan
from octavo.write.engine import Engine
from octavo.write.fonts import font_faces, font_files
from octavo.write.hyphens import hyphenated_fonts
from octavo.write.messages import Job
from octavo.write.surface import date_text, surface_values

PICTURE_WIDTH_PX = 1600
PICTURE_SIZE_MM = (150.0, 240.0)
"""An EPUB's cover has the proportions of a screen, 5 to 8."""


def cover_values(publication: Publication, width_mm: float, height_mm: float) -> dict[str, Any]:
    """Return the variables of the cover's templates that surface values do not have.

    `cover` has the size and a `unit`: a hundredth of the width (less on a wide page), in millimetres,
    so that a cover of any size has the same proportions; `plan` says in units how names and drawing share
    it. `logo` is the address of the brand's logo for
    the cover, `head_logo` that of the one for running heads.
    """
    brand, metadata = publication.brand, publication.metadata
    unit = round(min(width_mm, height_mm * 0.7) / 100, 4)
    date_line = ", ".join(filter(None, (metadata.series and metadata.publisher, date_text(publication))))
    plan = cover_plan(metadata, brand.cover.layout, date_line, width_mm / unit, height_mm / unit)
    return {
        "cover": {"width_mm": width_mm, "height_mm": height_mm, "unit": unit, "plan": plan},
        "logo": _logo_address(brand, cover_logo(brand)),
        "head_logo": _logo_address(brand, brand.logo_small),
    }


def cover_files(document: Document) -> dict[str, Path]:
    """Return the files that the cover may use, by their virtual address; the drawing is made here.

    Raises TemplateFault.
    """
    brand = document.publication.brand
    drawing = render_file(house_style(document), "cover.svg.j2", surface_values(document))
    drawing_path = document.publication.work_path / "cover.svg"
    drawing_path.write_text(drawing, encoding="utf-8")
    copies = hyphenated_fonts(brand, document.publication.work_path / "fonts")
    files = {f"fonts/{name}": copies.get(path, path) for name, path in font_files(brand).items()}
    files["brand/cover.svg"] = drawing_path
    files |= logo_files(brand)
    return files


def cover_logo(brand: Brand) -> Path | None:
    """Return the logo for the cover: the one for dark ground where light type is used, if there is one."""
    is_dark = contrast(brand.cover.background, "#ffffff") > contrast(brand.cover.background, "#000000")
    return (brand.logo_dark if is_dark else None) or brand.logo


def house_style(document: Document) -> Any:
    """Return the templates of the house style, with the publication's own before octavo's."""
    folders = (document.publication.templates_path, house_templates_path())
    return house_environment(tuple(folder for folder in folders if folder))


def logo_files(brand: Brand) -> dict[str, Path]:
    """Return the brand's logos by virtual address; their own names may be the same in two folders."""
    logos = {"logo": brand.logo, "logo-dark": brand.logo_dark, "logo-small": brand.logo_small}
    return {f"brand/{role}{logo.suffix.lower()}": logo for role, logo in logos.items() if logo}


def _logo_address(brand: Brand, logo: Path | None) -> str | None:
    """Return the virtual address of one of the brand's logos."""
    return next((address for address, path in logo_files(brand).items() if path == logo), None)


def draw_cover(document: Document, engine: Engine) -> Future[Path]:
    """Draw the cover as a PNG, 1600 by 2560 pixels, into the publication's work folder.

    Raises TemplateFault; the future fails with LayoutFailed or EngineDied.
    """
    publication = document.publication
    environment = house_style(document)
    values = {
        **surface_values(document),
        **cover_values(publication, *PICTURE_SIZE_MM),
        "font_faces": font_faces(publication.brand),
    }
    page = render_file(environment, "cover-page.html.j2", values)
    css = render_file(environment, "cover-page.css.j2", values)
    path = publication.work_path / "cover.png"
    drawn = engine.render_png(Job(page, css, cover_files(document), path), PICTURE_WIDTH_PX)
    return _then(drawn, path)


def _then(drawn: "Future[Any]", path: Path) -> Future[Path]:
    """Return a future that gives `path` when the other has succeeded, and fails as it fails."""
    given: Future[Path] = Future()

    def pass_on(done: "Future[Any]") -> None:
        error = done.exception()
        if error:
            given.set_exception(error)
        else:
            given.set_result(path)

    drawn.add_done_callback(pass_on)
    return given
