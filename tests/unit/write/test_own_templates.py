"""A publication's own templates."""

from pathlib import Path

from octavo.write.own_templates import stray_remarks
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
