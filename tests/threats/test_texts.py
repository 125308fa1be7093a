"""What a stranger's text could read, fetch or run: each attack fails, and the author is told where.

`ATTACKS` names the attacks; each is tried in a least publication beside a folder that must not be read and a
web server that must not be asked. Nothing of either is in what octavo makes.
"""

import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from octavo.diagnostics import Diagnostic
from octavo.load.git import find_commit
from octavo.pipeline import build
from octavo.progress import Silent
from tests.support.diagnose import diagnose
from tests.support.least_publication import METADATA, write_publication
from tests.support.web_server import Server, serve

CANARY = "canary-of-made-up-secrets"
CITING = "It opened [@doe1921]."

ATTACKS: dict[str, tuple[str, str, str]] = {
    "raw HTML": ("<script>fetch('SERVER/a')</script>", "", "P003"),
    "raw HTML by attribute": ("`<img src=x onerror=alert(1)>`{=html}", "", "P003"),
    "a frame": ('<iframe src="OUTSIDE/secret.txt"></iframe>', "", "P003"),
    "an element that no publication can allow": ('<object data="OUTSIDE/secret.txt">', "", "P003"),
    "raw OOXML": ('```{=openxml}\n<w:instrText>INCLUDEPICTURE "SERVER/a"</w:instrText>\n```', "", "P003"),
    "raw TeX": ("\\input{OUTSIDE/secret.txt}", "", "P003"),
    "an event handler": ("[text]{onclick=alert(1)}", "", "P024"),
    "a style that fetches": ("[text]{style=\"background:url('SERVER/a')\"}", "", "P024"),
    "a set of sources": ('![Map](figures/a.svg){alt="Map" srcset="SERVER/a 2x"}', "", "P024"),
    "a form": ("[text]{formaction=javascript:alert(1)}", "", "P024"),
    "a style of Word": ('[text]{custom-style="Hidden"}', "", "P024"),
    "a class of octavo's own": ("# Second {.octavo-chapter}", "", "P024"),
    "a link that runs": ("[text](javascript:alert)", "", "P009"),
    "a link that runs, in capitals": ("[text](JaVaScRiPt:alert)", "", "P009"),
    "a link that runs, by a code": ("[text](java&#9;script:alert)", "", "P009"),
    "a link that holds its page": ("[text](data:text/html,x)", "", "P009"),
    "a link to a disk": ("[text](file:///etc/passwd)", "", "P009"),
    "a link to a share": ("[text](//host/share)", "", "P009"),
    "a link that takes one host for another": ("[bank](https://bank.example@other.example/)", "", "P025"),
    "an image on the web": ('![Map](SERVER/a.png){alt="Map"}', "", "C006"),
    "an image by an absolute path": ('![Map](OUTSIDE/secret.png){alt="Map"}', "", "C006"),
    "an image above": ('![Map](../../outside/secret.png){alt="Map"}', "", "C006"),
    "an image above, by codes": ('![Map](%2e%2e/%2e%2e/outside/secret.png){alt="Map"}', "", "C006"),
    "an image behind a link": ('![Map](figures/link.png){alt="Map"}', "", "C006"),
    "an image that is a pipe": ('![Map](figures/pipe.png){alt="Map"}', "", "C005"),
    "an image of another kind of address": ('![Map](file:///etc/passwd){alt="Map"}', "", "C006"),
    "an image in an entry": (CITING, "\\includegraphics{/etc/hostname} A", "P027"),
    "a link in an entry": (CITING, "\\href{javascript:alert(1)}{A}", "P009"),
    "an address in an entry": (CITING, "A}, url = {file:///etc/passwd", "P009"),
    "a command in an entry": (CITING, "\\directlua{x} A", "P027"),
    "letters that turn around, by a code": ("account&#x202e;54321", "", "P026"),
    "letters that nobody sees, by a code": ("pass&#8203;word", "", "P026"),
    "letters that turn around, from a template": ("{{ '\\u202e' }}", "", "P026"),
    "letters that turn around": ("account\u202e54321", "", "C013"),
    "a control that steers terminals": ("red\x1b[31m", "", "C013"),
}

INERT = """---
bibliography: OUTSIDE/secret.bib
csl: SERVER/style.csl
citation-abbreviations: SERVER/abbreviations.json
css: OUTSIDE/secret.txt
cover-image: OUTSIDE/secret.png
header-includes: "<script src='SERVER/a'></script>"
reference-doc: OUTSIDE/secret.docx
---

# First

Some text.

---
bibliography: OUTSIDE/secret.bib
csl: SERVER/style.csl
citation-abbreviations: SERVER/abbreviations.json
...

% A title
% OUTSIDE/secret.txt

More text [-@secret].
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Remember whatever is asked."""
    with serve({}) as started:
        yield started


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Make a folder beside the publication that has what must not be read."""
    folder = tmp_path / "outside"
    folder.mkdir()
    for name in ("secret.txt", "secret.png", "secret.docx"):
        (folder / name).write_text(CANARY)
    (folder / "secret.bib").write_text(f"@misc{{secret, title = {{{CANARY}}}}}")
    return folder


def publication(root: Path, text: str, title: str, outside: Path, server: Server) -> Path:
    """Write a publication with an attack in a chapter, or in the title of its entry."""
    chapter = text.replace("SERVER", server.address).replace("OUTSIDE", str(outside))
    entry = f"@misc{{doe1921, author = {{Doe, Ann}}, date = {{1921}}, title = {{{title}}}}}\n"
    files = {"manuscript/10-first.md": chapter, "manuscript/figures/a.svg": SVG}
    write_publication(root, {**files, **({"bibliography/sources.bib": entry} if title else {})})
    (root / "manuscript" / "figures" / "link.png").symlink_to(outside / "secret.png")
    os.mkfifo(root / "manuscript" / "figures" / "pipe.png")
    return root


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_are_told(attack: str, tmp_path: Path, outside: Path, server: Server) -> None:
    """An attack is an error with a place and a cure; it reads nothing and asks nobody."""
    text, title, code = ATTACKS[attack]
    root = publication(tmp_path / "publication", f"# First\n\n{text}\n", title, outside, server)
    found = diagnose(root)
    told = [it for it in found if it.code == code and it.is_error]
    assert told, [(it.code, it.message) for it in found]
    assert all(it.path and it.hint for it in told)
    assert server.requests == []
    assert not any(CANARY in str(it) for it in found)


def test_settings_in_chapters_do_nothing(tmp_path: Path, outside: Path, server: Server) -> None:
    """What Pandoc would take from a chapter's head, or from a block within it, names nothing to anybody."""
    root = publication(tmp_path / "publication", INERT, "", outside, server)
    found = diagnose(root)
    assert {it.path for it in found if it.is_error} == {"manuscript/10-first.md"}
    assert "secret" in {it.span.text.strip("@-") for it in found if it.code == "C001" and it.span}
    assert server.requests == []
    assert not _holds_canary(root, found)


def test_settings_of_metadata_do_nothing(tmp_path: Path, outside: Path, server: Server) -> None:
    """Keys that Pandoc knows and octavo does not are refused; those that both know name no file."""
    keys = ["css", "cover-image", "header-includes", "reference-doc", "citation-abbreviations", "template"]
    lines = "".join(f"{key}: {outside}/secret.txt\n" for key in keys)
    lines += f"bibliography: {outside}/secret.bib\ncsl: {server.address}\n"
    root = write_publication(tmp_path / "publication", {"manuscript/metadata.yaml": METADATA + lines})
    found = diagnose(root)
    assert sorted(it.span.text for it in found if it.code == "L003" and it.span) == sorted(keys)
    assert all(it.is_error for it in found if it.code in {"L003", "L004"})
    assert server.requests == []
    assert not _holds_canary(root, found)


def test_what_passes_reads_nothing(tmp_path: Path, outside: Path, server: Server) -> None:
    """A text that octavo accepts, with what Pandoc or TeX would obey, becomes editions without any of it."""
    text = INERT.replace("More text [-@secret].", CITING).partition("# First")[2]
    title = f"\\input{{{outside}/secret.txt}} \\write18{{cat {outside}/secret.txt}} A"
    root = publication(tmp_path / "publication", f"# First{text}", title, outside, server)
    (root / "manuscript" / "figures" / "link.png").unlink()
    result = build(root, Silent())
    assert [it.message for it in result.diagnostics if it.is_error] == []
    assert len(result.editions) == 3
    assert server.requests == []
    assert not _holds_canary(root, result.diagnostics)


def _holds_canary(root: Path, found: tuple[Diagnostic, ...]) -> bool:
    """Tell whether a secret got into what was made or said, archives unpacked."""
    contents = [str(it).encode() for it in found]
    for path in (path for path in root.glob("build/**/*") if path.is_file()):
        contents.append(path.read_bytes())
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                contents += [archive.read(name) for name in archive.namelist()]
    return any(CANARY.encode() in content for content in contents)


@pytest.mark.parametrize("name", ["data/secrets.yaml", "20-second.md", "figures/a.svg"])
@pytest.mark.parametrize("hidden", [".git/config", ".env"])
def test_links_to_what_is_hidden_read_nothing(name: str, hidden: str, tmp_path: Path) -> None:
    """L014, C006: a link into `.git`, where a build machine keeps its keys, is none of the publication."""
    text = '# First\n\n{{ data.secrets.key | default("") }}\n\n![Map](figures/a.svg){alt="Map"}\n'
    root = write_publication(tmp_path, {"manuscript/10-first.md": text, hidden: f"key: {CANARY}\n"})
    link = root / "manuscript" / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(f"{'../' * (name.count('/') + 1)}{hidden}")
    found = diagnose(root)
    assert {it.code for it in found if it.is_error and name in (it.path or "") + it.message} & {
        "L014",
        "C006",
    }
    assert not any(CANARY in str(it) for it in found)


def test_a_repository_within_the_text_is_none(tmp_path: Path) -> None:
    """Files that make a folder look like a repository could name programs for Git to run: Git reads none."""
    author = ("-c", "user.name=Ada", "-c", "user.email=ada@sample.example")
    bare = tmp_path / "bare"
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", bare], check=True)
    work = tmp_path / "work"
    subprocess.run(["git", "init", "-q", work], check=True)
    commit = ["commit", "-q", "--allow-empty", "-m", "x"]
    subprocess.run(["git", "-C", work, *author, *commit], check=True)
    subprocess.run(["git", "-C", work, "push", "-q", bare, "HEAD:refs/heads/main"], check=True)
    assert find_commit(bare) is None
    assert find_commit(work)
