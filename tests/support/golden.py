"""Expectations that lie in files and that `pytest --update-golden` writes anew."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Golden:
    """Compares texts with files; `is_update` writes the files instead."""

    is_update: bool

    def check(self, path: Path, actual: str) -> None:
        """Assert that the file says `actual`; a file that is not there is written, and that fails."""
        if not path.is_file():
            path.write_text(actual, encoding="utf-8", newline="")
            message = f"{path.name} was not there; it holds now what octavo says: read it"
            raise AssertionError(message)
        if self.is_update:
            path.write_text(actual, encoding="utf-8", newline="")
        expected = path.read_bytes().decode("utf-8")
        assert expected == actual
