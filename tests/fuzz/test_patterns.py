"""No regular expression of octavo takes time without end, whatever text it meets."""

import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from types import FrameType

import octavo

_USUAL = "a0 .-"
_GRAMMAR = frozenset("?*+|^$()")
_OPENINGS = ("", "{", "(", '"')
_LENGTH = 52
_SECONDS = 0.2


class _Endless(BaseException):
    """A pattern has had its time."""


def patterns() -> dict[str, re.Pattern[str]]:
    """Give the patterns that modules keep, by the name of the module and their own."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(octavo.__path__, "octavo."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    found.setdefault(value.pattern, value)
                    found[f"{module.name}.{name}"] = value
    return {name: found[name] for name in sorted(found) if name.startswith("octavo.")}


def texts_for(pattern: str) -> Iterator[str]:
    """Yield texts that repeat one or two of the characters that a pattern speaks of, and end otherwise."""
    told = (char for char in pattern if not char.isalnum() and char not in _GRAMMAR)
    signs = "".join(dict.fromkeys([*_USUAL, *told]))[:13]
    pumps = [*signs, *(first + second for first in signs for second in signs if first != second)]
    for pump in pumps:
        for opening in _OPENINGS:
            yield f"{opening}{pump * (_LENGTH // len(pump))}!\x01"


def endless(pattern: re.Pattern[str]) -> str | None:
    """Give a text of fifty characters that a pattern takes too long to read, if there is one."""
    signal.setitimer(signal.ITIMER_VIRTUAL, 3)
    text = ""
    try:
        for text in texts_for(pattern.pattern):
            before = time.process_time()
            pattern.search(text)
            pattern.fullmatch(text)
            if time.process_time() - before > _SECONDS:
                return text
    except _Endless:
        return text
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return None


def test_no_pattern_takes_time_without_end() -> None:
    """Each pattern reads any fifty characters at once: none tries the same part in many ways."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _Endless

    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        unique = {pattern.pattern: name for name, pattern in patterns().items()}
        known = patterns()
        assert len(unique) > 200
        assert {name: text for name in unique.values() if (text := endless(known[name]))} == {}
        assert endless(re.compile(r"[a-z0-9]+(?:[-_.]?[a-z0-9]+)*")) is not None
    finally:
        signal.signal(signal.SIGVTALRM, before)
