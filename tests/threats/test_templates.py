"""What a stranger's template may cost: an end within seconds, and a reason that can be told."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from octavo.load.files import find_templates
from octavo.templating import Scribe, TemplateFault, Values
from octavo.templating.messages import Costs
from tests.support.least_publication import write_publication

COSTS = Costs(
    cpu_seconds=0.3,
    grace_seconds=1,
    wall_seconds=20,
    memory_bytes=300_000_000,
    output_characters=10**6,
    chapter_characters=10**6,
)
VALUES = Values({"data": {"rows": [1, 2]}, "day": date(2021, 9, 10)})


@pytest.fixture(scope="module")
def mean_scribe() -> Iterator[Scribe]:
    """Give templates little time and room, so that their end comes soon."""
    made = Scribe(COSTS)
    yield made
    made.close()


def fault_of(scribe: Scribe, text: str, values: Values = VALUES) -> TemplateFault:
    """Render a template that must fail."""
    with pytest.raises(TemplateFault) as caught:
        scribe.render_text(text, values)
    return caught.value


@pytest.mark.parametrize(
    ("text", "why", "line"),
    [
        ("\n{{ 'a' * 10**9 }}", "memory", 2),
        ("\n{% for a in range(99999) %}\n{% for b in range(99999) %}{% endfor %}{% endfor %}", "too long", 3),
        ("\n{{ range(10**9) | list }}", "range is too long", 2),
        ("\n{{ '%0999999999d' % 1 }}", "memory", 2),
        ("\n{{ '%0999999999d' | format(1) }}", "memory", 2),
        ("\n{{ 'a' | center(10**9) }}", "memory", 2),
        ("\n{{ 9 ** (9 ** 9) }}", "power of 9 and 387420489", 2),
        ("\n{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", "without end", 3),
        ("\n{{ data" + ".a" * 5_000 + " }}", "without end", None),
        ("\n{{ " + "(" * 5_000 + ")" * 5_000 + " }}", "without end", None),
        ("\n{{ " + "-" * 5_000 + "1 }}", "without end", None),
        ("\n{% for a in range(9999) %}{{ 'a' * 999 }}{% endfor %}", "more than 1,000,000 characters", 2),
        ("{% set n=namespace(x='a') %}\n{% for a in range(99)%}{% set n.x=n.x*2 %}{% endfor %}", "memory", 2),
        ("\n{{ ('a ' * 2000000) | wordwrap(3) }}", "too long", None),
    ],
)  # fmt: skip
def test_what_costs_too_much_ends(mean_scribe: Scribe, text: str, why: str, line: int | None) -> None:
    """Each attack on time, memory and output is ended soon, with its reason, and its line where known."""
    began = time.monotonic()

    fault = fault_of(mean_scribe, text)

    assert why in fault.message
    assert (fault.is_costly, fault.is_syntax) == (True, False)
    assert line is None or fault.line == line
    assert time.monotonic() - began < 15


@pytest.mark.parametrize(
    "text",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ '' | attr('__class__') }}",
        "{{ '{0.__class__.__init__}'.format(cycler) }}",
        "{{ '{0.__class__}' | format_map({}) }}",
        "{{ data.rows.append(3) }}",
        "{% set x = data.update({'a': 1}) %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ lipsum(100000) }}",
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ [1, 2] | random }}",
        "{{ self.__init__.__globals__ }}",
        "{{ day.today() }}",
        "{{ day | attr('today') }}",
        "{{ day.fromtimestamp(0) }}",
    ],
)
def test_what_is_not_allowed_fails(mean_scribe: Scribe, text: str) -> None:
    """No template reaches Python, changes data, reads files or the clock, or prints what chance decides."""
    fault_of(mean_scribe, text)


def test_one_template_does_not_spoil_the_next(mean_scribe: Scribe) -> None:
    """After a template that was ended, the next is rendered by the same or a new child, with its values."""
    fault_of(mean_scribe, "{{ 'a' * 10**9 }}")
    mean_scribe._child.kill()  # type: ignore[union-attr]  # as the system does when memory is short

    fault = fault_of(mean_scribe, "{{ data.rows }}")
    text = mean_scribe.render_text("{{ data.rows }}", VALUES)

    assert "brought down" in fault.message
    assert text == "[1, 2]"


def test_the_death_of_the_child_is_a_fault() -> None:
    """What cannot be interrupted, and never ends, ends with its process: by the system's limit, or ours."""
    scribe = Scribe(Costs(cpu_seconds=60, wall_seconds=1))
    try:
        began = time.monotonic()
        fault = fault_of(
            scribe, "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
        )
    finally:
        scribe.close()

    assert fault.message == "it takes too long"
    assert time.monotonic() - began < 10


def test_includes_without_end(mean_scribe: Scribe, tmp_path: Path) -> None:
    """A template of the house style that includes itself is ended and named."""
    (tmp_path / "a.j2").write_text("text\n{% include 'b.j2' %}", encoding="utf-8")
    (tmp_path / "b.j2").write_text("{% include 'a.j2' %}", encoding="utf-8")
    with pytest.raises(TemplateFault) as caught:
        mean_scribe.render_file((tmp_path,), "a.j2", {})

    assert caught.value.is_costly
    assert caught.value.template in {"a.j2", "b.j2"}


def test_templates_of_a_folder_named_from_here(
    mean_scribe: Scribe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The child is elsewhere, and still finds the templates of this folder, not of its own."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.j2").write_text("own", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert mean_scribe.render_file((Path("templates"),), "a.j2", {}) == "own"


def test_no_folder_of_templates_leads_to_a_link_out(tmp_path: Path) -> None:
    """L014: a link to a folder of the publication does not hide that a link in that folder leads out."""
    (tmp_path / "secret.txt").write_text("made-up secret", encoding="utf-8")
    root = write_publication(tmp_path / "publication", {"templates/a.j2": "", "notes/b.txt": ""})
    (root / "templates" / "notes").symlink_to("../notes")
    (root / "notes" / "secret.txt").symlink_to(tmp_path / "secret.txt")

    found = find_templates(root).diagnostics

    assert [(it.code, it.path) for it in found] == [("L014", "templates/notes/secret.txt")]


@pytest.mark.parametrize(("link", "target", "name"), [(".env", "../.env", ".env"), ("all", "..", "all/.env")])
def test_no_name_of_a_link_shows_what_is_hidden(tmp_path: Path, link: str, target: str, name: str) -> None:
    """L014: keys beside the text stay hidden, also from a link that is called as they are or leads up."""
    root = write_publication(tmp_path, {"templates/a.j2": "", ".env": "made-up secret"})
    (root / "templates" / link).symlink_to(target)

    found = find_templates(root).diagnostics

    assert [(it.code, it.path) for it in found] == [("L014", f"templates/{name}")]


def test_the_child_has_nothing_to_take() -> None:
    """The child knows no variable of the environment, no file of the run, and may open few."""
    scribe = Scribe(COSTS)
    scribe.warm()
    try:
        scribe.render_text("{{ 1 }}", VALUES)
        folder = Path("/proc", str(scribe._child.pid))  # type: ignore[union-attr]
        names = {entry.partition("=")[0] for entry in (folder / "environ").read_text("utf-8").split("\0")}
        limits = (folder / "limits").read_text("utf-8")
        opened = len(list((folder / "fd").iterdir()))
    finally:
        scribe.close()

    assert names - {""} == {"LC_ALL", "TZ", "PYTHONHASHSEED"}
    assert opened == 3
    rows: dict[str, Any] = {line[:26].strip(): line[26:].split()[:2] for line in limits.splitlines()}
    assert rows["Max file size"] == ["0", "0"]
    assert rows["Max processes"] == ["0", "0"]
    assert rows["Max open files"] == ["8", "8"]
    assert rows["Max address space"] == ["300000000", "300000000"]
