"""The same input gives the same bytes, whoever builds, wherever and whenever; and what differs is named."""

import hashlib
import json
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from octavo.csl import find_style
from octavo.load.fonts import find_family
from tests.support.builds import Builder, octavo, sums
from tests.support.publications import CHART, DRAWING, PAGE, SUMS, photograph, small_ukrainian
from tests.support.specimens import lay_out_specimen

pytestmark = pytest.mark.slow
FILE_TIME = 10**9
_LAUNCH = """
import json, os, sys
asked = json.loads(sys.argv[1])
os.umask(asked["umask"])
if asked["cores"]:
    os.sched_setaffinity(0, asked["cores"])
os.execvp(sys.argv[2], sys.argv[2:])
"""
_MAY_READ = ("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search")
"""The other user may read what we may: Python itself often lies in somebody's home."""
_OBSERVE = """
import json, locale, os, sys, time
root = sys.argv[1]
print(json.dumps({
    "folder": root,
    "file times": os.stat(root + "/manuscript/metadata.yaml").st_mtime,
    "time zone": time.tzname,
    "locale": locale.setlocale(locale.LC_ALL, ""),
    "language": os.environ.get("LANGUAGE"),
    "hash seed": hash("word"),
    "home": os.path.expanduser("~"),
    "byte code": sys.pycache_prefix,
    "scratch": os.environ.get("TMPDIR"),
    "epoch": os.environ.get("SOURCE_DATE_EPOCH"),
    "system fonts": os.environ.get("FONTCONFIG_FILE"),
    "umask": os.umask(0),
    "user": os.getuid(),
    "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None,
}))
"""


@dataclass(frozen=True)
class Conditions:
    """How a build is run: what it finds around it."""

    environment: Mapping[str, str] = field(default_factory=dict)
    umask: int = 0o022
    cores: tuple[int, ...] = ()
    user: int | None = None

    def run(self, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        """Run Python under these conditions."""
        asked = json.dumps({"umask": self.umask, "cores": self.cores})
        user = (f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups", *_MAY_READ)
        become = ("setpriv", *user) if self.user else ()
        return subprocess.run(
            [sys.executable, "-c", _LAUNCH, asked, *become, sys.executable, *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **self.environment},
            cwd="/",
        )

    def observed(self, root: Path) -> dict[str, Any]:
        """Tell what a build of `root` under these conditions really finds."""
        done = self.run("-c", _OBSERVE, root)
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder that other users may enter, as they may not enter pytest's."""
    folder = Path(tempfile.mkdtemp(prefix="elsewhere-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def other_user() -> int | None:
    """Give a user without rights who can run octavo, if we may become that user."""
    if os.getuid() != 0 or not shutil.which("setpriv"):
        return None
    try:
        user = pwd.getpwnam("nobody").pw_uid
    except KeyError:
        return None
    done = Conditions(user=user).run("-c", "import octavo")
    return user if done.returncode == 0 else None


def strange_conditions(folder: Path, moment: datetime) -> Conditions:
    """Make conditions that differ from ours in everything that can be chosen.

    `moment` is the one that the edition has anyway, said by `SOURCE_DATE_EPOCH`: who leaves that to a
    child or a library, which knows more uses for it, has other bytes.
    """
    user = other_user()
    for name in ("home", "byte code", "scratch"):
        (folder / name).mkdir()
    (folder / "fonts.conf").write_text("<fontconfig><dir>/nowhere</dir></fontconfig>", encoding="utf-8")
    for path in (folder, *folder.rglob("*")):
        if user is not None:
            os.chown(path, user, user)
    environment = {
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C" if os.environ.get("LC_ALL") != "C" else "C.UTF-8",
        "LANGUAGE": "uk:de",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
        "HOME": str(folder / "home"),
        "XDG_CACHE_HOME": str(folder / "home" / "cache"),
        "PYTHONPYCACHEPREFIX": str(folder / "byte code"),
        "TMPDIR": str(folder / "scratch"),
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
    }
    cores = tuple(sorted(os.sched_getaffinity(0)))[:1] if hasattr(os, "sched_getaffinity") else ()
    return Conditions(environment, 0o077, cores, user)


def test_same_bytes_whatever_the_conditions(specimens: Builder, elsewhere: Path) -> None:
    """No byte of the editions or of their manifest hangs on anything around the build.

    Folder, time zone, locale, umask, user, hash seed, home, caches, scratch folder, the system's fonts,
    file times, the number of cores and who says the moment are all others. What this machine has no choice
    of is left out.
    """
    here = specimens("ministry").root  # every element there is, with typefaces and logos of its own
    there = lay_out_specimen("ministry", elsewhere / "там, де ніхто не був" / "with a longer name")
    for path in there.rglob("*"):
        os.utime(path, (FILE_TIME, FILE_TIME))
    moment = json.loads((here / "build" / "manifest.json").read_bytes())["moment"]
    strange = strange_conditions(elsewhere, datetime.fromisoformat(moment))
    usual, unusual = Conditions().observed(here), strange.observed(there)

    done = strange.run("-m", "octavo", "build", there)

    same = {name for name, value in usual.items() if unusual[name] == value}
    assert same <= {"user"} | ({"cores"} if (os.cpu_count() or 1) == 1 else set())
    assert done.returncode == 0, done.stderr
    assert set(sums(here)) == {".pdf", ".epub", ".docx"}
    assert sums(here) == sums(there)
    manifests = [(root / "build" / "manifest.json").read_bytes() for root in (here, there)]
    assert json.loads(manifests[0]) == json.loads(manifests[1])
    assert manifests[0] == manifests[1]


def test_the_proof_has_another_user(elsewhere: Path) -> None:
    """Where it can be, the other build is another user's."""
    if other_user() is None:
        pytest.skip("only root, with setpriv (util-linux), can run octavo as another user")
    root = small_ukrainian(elsewhere / "small")
    assert strange_conditions(elsewhere, datetime.now(UTC)).observed(root)["user"] != os.getuid()


_TRACE = """
import os, sys
root, log = os.environ["TRACED_ROOT"], os.environ["TRACED_LOG"]

def hear(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path = os.path.abspath(os.fsdecode(arguments[0]))
        if path.startswith(root + "/"):
            descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
            os.write(descriptor, os.fsencode(path[len(root) + 1:]) + b"\\0")
            os.close(descriptor)

sys.addaudithook(hear)
"""
_RICH: Mapping[str, str | bytes] = {
    "manuscript/metadata.yaml": (
        "title: A Traced Report\nauthor: Ada Sample\nlang: en-GB\ndate: 2021-09-30\nslug: traced\n"
        "csl: styles/own.csl\nclaims: claims\n"
    ),
    "manuscript/10-first.md": (
        "# First\n\n[Bridges are closed.]{.claim id=C01} So she wrote [@madeup2021page].\n"
        "Others did so [@madeup2020book, 3].\n\n"
        "![A map](figures/map.svg){#fig:map alt='A made-up map'}\n\n"
        "![Sums](figures/sums.vl.yaml){#fig:sums alt='Made-up sums'}\n\n"
        "{% for name in data.pictures.names %}![A picture](figures/{{ name }}){alt='Squares'}{% endfor %}\n"
    ),
    "manuscript/parts/20-second.md": "# Second\n\nMore words.\n",
    "manuscript/data/sums.csv": SUMS,
    "manuscript/data/pictures.yaml": "names: [photo.png]\n",
    "manuscript/data/claims.yaml": (
        "- {id: C01, statement: Bridges are closed., status: established, sources: [madeup2020book]}\n"
    ),
    "manuscript/figures/map.svg": DRAWING,
    "manuscript/figures/sums.vl.yaml": CHART,
    "manuscript/figures/photo.png": photograph(),
    "manuscript/figures/nobody-shows-it.svg": DRAWING,
    "manuscript/draft.txt": "Nobody reads this.\n",
    "bibliography/a.bib": (
        "@online{madeup2021page,\n  author = {Madeup, Ada},\n  title = {A Page},\n  date = {2021-03-01},\n"
        "  url = {https://fable.example/page},\n}\n"
    ),
    "bibliography/b.bib": (
        "@book{madeup2020book,\n  author = {Madeup, Ben},\n  title = {A Book},\n  publisher = {No Press},\n"
        "  location = {Nowhere},\n  date = {2020},\n}\n"
    ),
    "bibliography/empty.bib": "% nothing yet\n",
    "bibliography/sources.lock": (
        'version = 1\n\n[madeup2021page]\nurl = "https://fable.example/page"\nfetched = 2021-02-03\n'
        'content_type = "text/html"\npage = "bibliography/archive/page/page.html"\n'
        f'page_sha256 = "{hashlib.sha256(PAGE.encode()).hexdigest()}"\n'
        'text = "bibliography/archive/page/page.txt"\n'
        f'text_sha256 = "{hashlib.sha256(PAGE.encode()).hexdigest()}"\n'
    ),
    "bibliography/archive/page/page.html": PAGE,
    "bibliography/archive/page/page.txt": PAGE,
    "templates/_brand.yml": (
        "meta: {name: Made Up}\nlogo: marks/logo.svg\n"
        "typography:\n  fonts:\n    - family: Own Sans\n      source: file\n      files:\n"
        "        - {path: ../type/own.ttf, weight: 400}\n        - {path: ../type/bold.ttf, weight: 700}\n"
        "  base: {family: Own Sans}\n"
    ),
    "templates/marks/logo.svg": DRAWING,
    "templates/parts/colophon.html.j2": "<p>{% include 'parts/words.txt' %}</p>\n",
    "templates/parts/words.txt": "Made up.",
}


def rich(root: Path) -> Path:
    """Lay out a publication that has one of everything that octavo reads."""
    (style,) = (path for path in [find_style("oscola", root)] if path)
    fonts = {file.weights[0]: file.path for file in find_family("PT Sans") if not file.is_italic}
    files: dict[str, str | bytes] = {
        **_RICH,
        "styles/own.csl": style.path.read_bytes(),
        "type/own.ttf": fonts[400].read_bytes(),
        "type/bold.ttf": fonts[700].read_bytes(),
    }
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def test_every_file_that_is_opened_is_an_input(tmp_path: Path) -> None:
    """The manifest lists exactly the files of the publication that a build opens, in all its processes."""
    root, log, hooks = rich(tmp_path / "traced"), tmp_path / "opened", tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(_TRACE, encoding="utf-8")
    paths = os.pathsep.join(filter(None, (str(hooks), os.environ.get("PYTHONPATH"))))

    done = octavo("build", root, PYTHONPATH=paths, TRACED_ROOT=str(root), TRACED_LOG=str(log))

    assert done.returncode == 0, done.stderr
    names = {os.path.normpath(os.fsdecode(name)) for name in log.read_bytes().split(b"\0")[:-1]}
    opened = {name for name in names if name.split("/")[0] != "build"}
    listed = set(json.loads((root / "build" / "manifest.json").read_bytes())["inputs"])
    assert opened - {"requirements.lock"} == listed
    assert {"manuscript/figures/photo.png", "type/own.ttf", "templates/parts/words.txt"} <= listed
    assert "manuscript/figures/nobody-shows-it.svg" not in listed


def committed(root: Path) -> Path:
    """Put a publication under Git."""
    environment = {**os.environ, "GIT_COMMITTER_DATE": "2024-03-02T12:00:00Z", "HOME": str(root)}
    identity = ("-c", "user.name=Ada Sample", "-c", "user.email=ada@fable.example")
    for arguments in (("init", "-q"), ("add", "."), (*identity, "commit", "-q", "-m", "First")):
        subprocess.run(["git", *arguments], cwd=root, check=True, env=environment)
    return root


def test_a_build_is_compared_with_a_manifest(tmp_path: Path) -> None:
    """An archive of the source, without Git, gives the same bytes; else the file, moment and tool are named.

    Whatever the comparison says, it publishes nothing.
    """
    root = committed(small_ukrainian(tmp_path / "with-git"))
    first = octavo("build", root, "--format", "docx")
    manifest = tmp_path / "manifest.json"
    recorded = json.loads((root / "build" / "manifest.json").read_bytes())
    archive = tmp_path / "archive"
    shutil.copytree(root, archive, ignore=shutil.ignore_patterns(".git", "build"))
    manifest.write_text(json.dumps(recorded), encoding="utf-8")

    same = octavo("build", archive, "--against", manifest)

    chapter = archive / "manuscript" / "10-vstup.md"
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\nІнше.\n", encoding="utf-8")
    recorded["tools"]["pango"] = "0.0.1"
    manifest.write_text(json.dumps(recorded), encoding="utf-8")
    pango = json.loads((root / "build" / "manifest.json").read_bytes())["tools"]["pango"]
    other = octavo(
        "build", archive, "--against", manifest, "--report", "json", SOURCE_DATE_EPOCH="1614834367"
    )

    assert (first.returncode, recorded["uncommitted"], len(recorded["commit"])) == (0, [], 12)
    assert (same.returncode, same.stderr) == (0, "the same bytes: vyhadane.docx\n")
    assert other.returncode == 1
    assert [(found["code"], found["message"]) for found in json.loads(other.stdout)][1:] == [
        ("B007", "the files’ moment is 2021-03-04T05:06:07Z and was 2021-09-30T00:00:00Z"),
        ("B008", f"Pango is {pango} and was 0.0.1"),
        ("B007", "`manuscript/10-vstup.md` was changed"),
    ]
    assert [path.name for path in (archive / "build").iterdir() if not path.name.startswith(".")] == ["work"]


def test_drawings_know_no_typeface_of_the_machine(tmp_path: Path) -> None:
    """A drawing that names a typeface which only the system has is the same picture everywhere."""
    (folder,) = {str(file.path.parent) for file in find_family("PT Sans")}
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{folder}</dir></fontconfig>", encoding="utf-8")
    drawing = DRAWING.replace("font-size", 'font-family="PT Sans" font-size')
    program = (
        "import hashlib, sys; from octavo.charts import draw_png; "
        "print(hashlib.sha256(draw_png(sys.argv[1])).hexdigest())"
    )

    with_it = Conditions({"FONTCONFIG_FILE": str(config)}).run("-c", program, drawing)
    without = Conditions({"FONTCONFIG_FILE": "/dev/null"}).run("-c", program, drawing)

    assert (with_it.returncode, with_it.stdout) == (0, without.stdout)
    assert len(without.stdout) == 65
