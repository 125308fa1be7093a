"""Templates of the Word edition: what is wrong in one is told with its line."""

from pathlib import Path

import pytest

from octavo.templating import TemplateFault, house_environment
from octavo.write.docx.templates import Render

HEAD = '<w:p xmlns:w="urn:w">\n'


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        (f"{{## A remark. ##}}\n{HEAD}{{{{ x }}}}\n<w:r><w:bold></w:r>\n</w:p>", 4, "bold and r"),
        (f"{HEAD}<w:r/>\n<w:t x></w:t>\n</w:p>", 3, "attribute x"),
        ("", None, ""),
        (f"{HEAD}<w:b></w:p>\n<w:b></w:p>", None, "b and p"),
    ],
)
def test_malformed_xml_is_told_at_the_line_of_the_template(
    template: str, line: int | None, message: str, tmp_path: Path
) -> None:
    """The line is the template's, not that of what it gave; where two may be meant, none is named."""
    (tmp_path / "docx").mkdir()
    (tmp_path / "docx/edge.xml.j2").write_text(template, encoding="utf-8")
    render = Render(house_environment((tmp_path,)), {"x": "one\ntwo\nthree"})
    with pytest.raises(TemplateFault) as fault:
        render.part("edge.xml")

    assert fault.value.line == line
    assert message in fault.value.message
    assert "line" not in fault.value.message
