#!/usr/bin/env python3
"""Draw the README's picture: a chapter's source beside the page that was made of it.

`make picture` runs this after a build; it takes the page from the PDF in build/ and sets both with
octavo's own engine and brand.
"""

import html
import io
import json
import re
import sys
from pathlib import Path

import pypdfium2
from PIL import Image

from octavo.load import load_publication
from octavo.write.engine import Engine, Job
from octavo.write.fonts import font_faces, font_files

ROOT = Path(__file__).parent.parent
CHAPTER = ROOT / "manuscript" / "30-bargain.md"
FIRST, LAST = "## Energy", "According to one Russian-language"
ON_PAGE = "A document by December 2023"
OUTPUT = ROOT / "docs" / "source-and-page.png"
WIDTH_PX, COLORS, PAGE_PX = 1500, 96, 1300

STYLE = """
@page { size: 1500px 1010px; margin: 0; background: COLOR_light }
body { margin: 0; font: 13.6px/1.5 "FACE_mono"; color: COLOR_foreground }
.source { position: absolute; left: 44px; top: 44px; width: 700px; white-space: pre-wrap;
  overflow-wrap: anywhere }
.mark { color: COLOR_secondary } .code { color: COLOR_primary } .head { font-weight: 700 }
.page { position: absolute; left: 790px; top: 44px; width: 666px; height: 922px; overflow: hidden;
  background: COLOR_background; box-shadow: 0 0 0 1px COLOR_rule }
.page img { position: absolute; left: 0; top: 0; width: 666px }
"""
MARKS = [
    (r"(\[@[^\]]+\])", "mark"),
    (r"(\{[%{].*?[%}]\}|\{#[^}]*\}|:::.*)", "code"),
    (r"(?m)^(##? .*)$", "head"),
]


def source_html() -> str:
    """Return the chapter's excerpt as HTML, with citations and templates marked."""
    text = CHAPTER.read_text(encoding="utf-8")
    start = text.index(FIRST)
    excerpt = html.escape(text[start : text.index("\n", text.index(LAST))], quote=False)
    for pattern, name in MARKS:
        excerpt = re.sub(pattern, rf'<span class="{name}">\1</span>', excerpt)
    return excerpt


def page_png() -> bytes:
    """Return the page on which the excerpt stands."""
    manifest = json.loads((ROOT / "build" / "manifest.json").read_bytes())
    name = next(name for name, edition in manifest["editions"].items() if edition["format"] == "pdf")
    pdf = pypdfium2.PdfDocument(ROOT / "build" / name)
    page = next(page for page in pdf if ON_PAGE in page.get_textpage().get_text_bounded())
    written = io.BytesIO()
    page.render(scale=PAGE_PX / page.get_width()).to_pil().save(written, "PNG")
    return written.getvalue()


def main() -> int:
    """Draw the picture."""
    loaded = load_publication(ROOT).value
    if loaded is None:
        return 1
    brand, work = loaded.brand, ROOT / "build" / "work"
    (work / "page.png").write_bytes(page_png())
    style = STYLE.replace("FACE_mono", brand.monospace.family)
    for name, color in brand.colors.items():
        style = style.replace(f"COLOR_{name}", color)
    body = f'<div class="source">{source_html()}</div><div class="page"><img src="page.png" alt=""></div>'
    job = Job(
        html=f'<html lang="en"><title>octavo</title><body>{body}</body></html>',
        css=font_faces(brand) + style,
        files={"page.png": work / "page.png"}
        | {f"fonts/{name}": path for name, path in font_files(brand).items()},
        output_path=work / "picture.png",
    )
    with Engine() as engine:
        engine.render_png(job, WIDTH_PX).result()
    picture = Image.open(work / "picture.png").convert("RGB")
    picture.quantize(COLORS, dither=Image.Dither.NONE).save(OUTPUT, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
