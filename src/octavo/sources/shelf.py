"""The bibliography as new sources come to it: which are there already, and the file they are written to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from octavo.diagnostics import Diagnostic, Outcome
from octavo.load.bibliography import FOLDER, load_bibliography
from octavo.model import Bibliography
from octavo.sources.drafting import Draft
from octavo.sources.layout import lay_out
from octavo.sources.references import Kind, identities
from octavo.sources.writing import write_whole

_NEW_FILE = "sources.bib"
_MARK = "\ufeff"


@dataclass(frozen=True)
class BibliographyShelf:
    """The entries that are there, by what makes each of them one source, and the file for new ones."""

    bibliography: Bibliography
    path: Path
    keys_by_identity: dict[tuple[Kind, str], str]

    def key_of(self, identity: tuple[Kind, str] | None) -> str | None:
        """Return the citekey of the source that has this identity, if there is one."""
        return self.keys_by_identity.get(identity) if identity else None

    def twin_of(self, draft: Draft) -> str | None:
        """Return the citekey of the source that a draft describes again, if there is one."""
        found = (self.key_of(identity) for identity in identities(draft.fields))
        return next(filter(None, found), None)

    def put(self, drafts: Sequence[tuple[str, Draft]]) -> None:
        """Write new entries at the end of the file. Raises OSError, and then the file is as it was."""
        text = self.path.read_bytes().decode().removeprefix(_MARK) if self.path.exists() else ""
        line_end = "\r\n" if "\r\n" in text else "\n"
        entries = [lay_out(draft.entry_text(key), line_end) for key, draft in drafts]
        parts = [text.rstrip(), *entries] if text.strip() else entries
        write_whole(self.path, (line_end * 2).join(parts) + line_end)


def open_shelf(root: Path) -> Outcome[BibliographyShelf | None]:
    """Read the bibliography of a publication; None when it has an error: new entries would be lost in it."""
    loaded = load_bibliography(root)
    errors: tuple[Diagnostic, ...] = tuple(found for found in loaded.diagnostics if found.code != "L009")
    if any(found.is_error for found in errors):
        return Outcome(None, errors)
    found = {
        identity: entry.citekey
        for entry in reversed(list(loaded.value.entries.values()))
        for identity in identities(entry.fields)
    }
    return Outcome(BibliographyShelf(loaded.value, _file_for_new(root), found))


def _file_for_new(root: Path) -> Path:
    folder = root / FOLDER
    usual = folder / _NEW_FILE
    files = sorted(folder.glob("*.bib"))
    return usual if usual in files or not files else files[-1]
