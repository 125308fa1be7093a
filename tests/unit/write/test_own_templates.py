"""A publication's own templates."""

from pathlib import Path

from octavo.templating import TemplateFault
from octavo.write.own_templates import stray_remarks, template_diagnostic, unused_templates
from tests.support.models import make_chapter, make_publication


def test_a_remark_of_the_usual_form_is_told(tmp_path: Path) -> None:
    """W012: what Jinja2 has for a remark elsewhere would be printed; labels and octavo's remarks are none."""
    (tmp_path / "pdf").mkdir()
    (tmp_path / "pdf" / "boxes.css.j2").write_text("{## sound ##}\n{# stray #}\np {color: red}\n", "utf-8")
    (tmp_path / "_brand.yml").write_text("# {# not a template #}\n", "utf-8")
    publication = make_publication(make_chapter(""), root=tmp_path, templates_path=tmp_path)

    (found,) = stray_remarks(publication)

    assert found.code == "W012"
    assert found.span
    assert (found.span.source.path, found.span.text) == ("pdf/boxes.css.j2", "{# stray #}")
    assert list(stray_remarks(make_publication(make_chapter("")))) == []


def test_a_template_that_replaces_nothing_is_told(tmp_path: Path) -> None:
    """W013: a mistyped name is told; what others include, and what replaces, is not."""
    for name, text in {
        "pdf/txt.css.j2": "p {}",
        "pdf/boxes.css.j2": '{% include "parts/ours.j2" %}',
        "parts/ours.j2": "p {}",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    publication = make_publication(make_chapter(""), root=tmp_path, templates_path=tmp_path)

    (found,) = unused_templates(publication)

    assert (found.code, found.path, found.hint) == (
        "W013",
        "pdf/txt.css.j2",
        "did you mean `pdf/text.css.j2`?",
    )
    assert list(unused_templates(make_publication(make_chapter("")))) == []


def test_a_template_that_asks_for_too_much_is_told_at_its_line(tmp_path: Path) -> None:
    """W014: what a template of the publication's own costs is told where it stands."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "colophon.html.j2").write_text("<p>\n{{ 9 ** 99999 }}\n", "utf-8")
    publication = make_publication(make_chapter(""), root=tmp_path, templates_path=tmp_path)
    fault = TemplateFault("it takes too long", "parts/colophon.html.j2", 2, is_costly=True)

    found = template_diagnostic(fault, publication)

    assert (found.code, found.span and found.span.text) == ("W014", "{{ 9 ** 99999 }}")
    assert found.message == "template `parts/colophon.html.j2` asks for too much: it takes too long"
