"""Image targets of the text become the names that the editions use."""

from octavo.ast import Node, iter_nodes
from octavo.diagnostics import Diagnostic
from octavo.model import Picture, RenderedChapter, Rendering
from octavo.pictures import picture_path

_PLAINLY = "write it plainly, as `![Caption](figures/name.svg)`"
_ON_THE_WEB = "save the image under `manuscript/figures/`; or name it under `allow:` in `metadata.yaml`"


def place_pictures(chapters: list[list[Node]], rendering: Rendering) -> list[Diagnostic]:
    """Point each Image at `media/`, in place, and report those of which nothing is known."""
    found = []
    for rendered, blocks in zip(rendering.chapters, chapters, strict=True):
        for node in iter_nodes(blocks):
            if node["t"] == "Image":
                picture = _picture(node["c"][2][0], rendered, rendering)
                if picture:
                    node["c"][2] = [f"media/{picture.file_name}", ""]
                else:
                    found.append(_unknown(node["c"][2][0], rendered))
    return found


def _picture(target: str, rendered: RenderedChapter, rendering: Rendering) -> Picture | None:
    path = picture_path(target, rendered.chapter, rendering.publication)
    return rendering.pictures.get(path) if path else None


def _unknown(target: str, rendered: RenderedChapter) -> Diagnostic:
    source = rendered.chapter.source
    place = source.text.find(target)
    span = source.span(place, place + len(target)) if place >= 0 else None
    return Diagnostic(
        "P007",
        f"Pandoc reads an image `{target}` that octavo did not see",
        span,
        hint=_ON_THE_WEB if target.lower().startswith(("http:", "https:")) else _PLAINLY,
        file=None if span else source.path,
    )
