"""Pages of a book as a screen of a certain width shows them: Chromium lays them out and measures."""

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

_HEIGHT = 5000
_GAP = 20
_MEASURE = """
const isScrollBox = element => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);

function scrollsInABox(element) {
  for (let box = element; box && box !== document.body; box = box.parentElement) {
    if (isScrollBox(box)) {
      const { left, right } = box.getBoundingClientRect();
      return box !== element && left > -1 && right < innerWidth + 1;
    }
  }
  return false;
}

function name(element) {
  const own = element.className.baseVal ?? element.className;
  return element.localName + (own ? "." + own.split(" ").join(".") : "");
}

function* overflows() {
  for (const element of document.querySelectorAll("body, body *")) {
    const words = [...element.childNodes].filter(node => node.nodeType === 3 && node.data.trim());
    const rects = [element.getBoundingClientRect(), ...words.flatMap(node => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    })].filter(rect => rect.width > 0);
    if (rects.some(rect => rect.right > innerWidth + 1 || rect.left < -1) && !scrollsInABox(element)) {
      yield name(element) + ": " + element.textContent.trim().slice(0, 40);
    }
  }
}

function paints() {
  const texts = "h1, h2, h3, p > a, .caption-label, .box-title, th, .note-label, a.back, .glossary dt";
  const elements = [...document.querySelectorAll(texts)];
  return elements.map(element => [name(element), getComputedStyle(element).color]);
}

addEventListener("load", async () => {
  await document.fonts.ready;
  const images = [...document.images];
  parent.postMessage({
    page: location.pathname.split("/").pop(),
    width: innerWidth,
    overflows: [...overflows()],
    is_wider: document.documentElement.scrollWidth > innerWidth,
    undecoded: images.filter(image => !(image.complete && image.naturalWidth)).map(image => image.src),
    paints: paints(),
  }, "*");
});
"""
_GATHER = """
const reports = [];
addEventListener("message", event => {
  reports.push(event.data);
  document.getElementById("reports").textContent = JSON.stringify(reports);
});
"""


@dataclass(frozen=True)
class Screen:
    """A page on a screen: its inner width in CSS pixels, and what was measured.

    `overflows` names the elements that reach beyond the screen and do not scroll in a box of their own,
    `undecoded` the pictures that were not shown; `paints` are elements of text with their colours.
    """

    page: str
    width: int
    overflows: tuple[str, ...]
    is_wider: bool
    undecoded: tuple[str, ...]
    paints: tuple[tuple[str, str], ...]


def find_chromium() -> str:
    """Return Chromium's command; without one the test is skipped, but not where tests must all run."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if shutil.which(name):
            return name
    assert "CI" not in os.environ, "CI needs Chromium to measure the pages of the EPUB"
    pytest.skip("measuring the pages of the EPUB needs Chromium, and there is none here")


def measure(folder: Path, pages: Sequence[str], width: int, *, is_dark: bool = False) -> list[Screen]:
    """Lay out the pages in `folder` at a width, all in one window, and measure each.

    A picture of all of them, side by side, is kept beside `folder` for who wants to look.
    """
    (folder / "measure.js").write_text(_MEASURE, encoding="utf-8")
    (folder / "gather.js").write_text(_GATHER, encoding="utf-8")
    for page in pages:
        text = (folder / page).read_text(encoding="utf-8")
        painted = "<style>body { color: #ddd }</style>" if is_dark else ""
        script = f'{painted}<script src="measure.js"></script></head>'
        (folder / f"shown-{page}").write_text(text.replace("</head>", script), encoding="utf-8")
    ground = "#2b2b2b" if is_dark else "#ffffff"
    frame = f"border:0;background:{ground};width:{width}px;height:{_HEIGHT}px"
    frames = "".join(f'<iframe src="shown-{page}" style="{frame}"></iframe>\n' for page in pages)
    window = folder / "window.html"
    style = f"margin:0;display:flex;gap:{_GAP}px;background:#888"
    window.write_text(
        f'<meta charset="utf-8"><script src="gather.js"></script><body style="{style}">{frames}'
        '<pre id="reports" hidden></pre>',
        encoding="utf-8",
    )
    shade = "dark" if is_dark else "light"
    _run(
        window,
        ["--screenshot=" + str(folder.parent / f"{width}-{shade}-{Path(pages[-1]).stem}.png")],
        len(pages) * (width + _GAP),
        shade,
    )
    dumped = _run(window, ["--dump-dom"], len(pages) * (width + _GAP), shade)
    found = re.search(r'<pre id="reports"[^>]*>(.*?)</pre>', dumped, re.DOTALL)
    assert found, dumped[:500]
    return sorted((_screen(report) for report in json.loads(html.unescape(found[1]))), key=lambda s: s.page)


def _run(window: Path, wish: list[str], width: int, shade: str) -> str:
    scheme = {"dark": 0, "light": 1}[shade]
    command = [
        find_chromium(),
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        f"--user-data-dir={window.parent.parent / 'profile'}",
        f"--window-size={width},{_HEIGHT}",
        f"--blink-settings=preferredColorScheme={scheme}",
        "--virtual-time-budget=10000",
        *wish,
        window.as_uri(),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stderr[-2000:]
    return ran.stdout


def _screen(report: dict[str, object]) -> Screen:
    paints = report["paints"]
    assert isinstance(paints, list)
    return Screen(
        str(report["page"]).removeprefix("shown-"),
        int(str(report["width"])),
        tuple(report["overflows"]),  # type: ignore[arg-type]  # a list of JSON
        bool(report["is_wider"]),
        tuple(report["undecoded"]),  # type: ignore[arg-type]  # a list of JSON
        tuple((str(name), str(color)) for name, color in paints),
    )
