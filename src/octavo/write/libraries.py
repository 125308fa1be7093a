"""Which C libraries WeasyPrint has loaded: they decide where lines break and how glyphs are cut.

Only the engine's child process has them loaded, so it tells.
"""

from typing import Any

_DECLARATIONS = """
const char *hb_version_string (void);
const char *pango_version_string (void);
int FcGetVersion (void);
"""


def library_versions() -> dict[str, str | None]:
    """Give the versions by name; None for a library that is not there.

    HarfBuzz's parts have no versions of their own: "present" is what can be told.
    """
    from weasyprint.text import ffi as loaded

    ffi = loaded.ffi
    ffi.cdef(_DECLARATIONS, override=True)
    fontconfig = loaded.fontconfig.FcGetVersion()
    return {
        "pango": _text(ffi, loaded.pango.pango_version_string()),
        "harfbuzz": _text(ffi, loaded.harfbuzz.hb_version_string()),
        "harfbuzz-subset": _present(loaded, "harfbuzz_subset"),
        "harfbuzz-vector": _present(loaded, "harfbuzz_vector"),
        "fontconfig": f"{fontconfig // 10000}.{fontconfig // 100 % 100}.{fontconfig % 100}",
    }


def _text(ffi: Any, characters: Any) -> str:
    return bytes(ffi.string(characters)).decode("ascii", "replace")


def _present(loaded: Any, name: str) -> str | None:
    return "present" if getattr(loaded, name, None) is not None else None
