"""What the run and the process that renders templates say to each other.

Questions are pickled, since the child may trust its parent. Answers are JSON, since the parent need not
trust a child in which a stranger's template has run.
"""

import json
import struct
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from octavo.templating.faults import TemplateFault

_LENGTH = struct.Struct(">Q")
LENGTH_BYTES = _LENGTH.size


@dataclass(frozen=True, slots=True)
class Costs:
    """How much the rendering of one template may take.

    `cpu_seconds` of reckoning (`grace_seconds` more, if it cannot be interrupted), `wall_seconds` until
    its answer, `memory_bytes` of address space in all, `output_characters` that it prints,
    `chapter_characters` if it is a chapter.
    """

    cpu_seconds: float = 5
    grace_seconds: int = 2
    wall_seconds: float = 60
    memory_bytes: int = 768_000_000
    output_characters: int = 50_000_000
    chapter_characters: int = 5_000_000


@dataclass(frozen=True, slots=True)
class Question:
    """A template to render: the `text` of a chapter, or the `name` of a file in the first of `folders`.

    `values` are pickled; None means those of the question before.
    """

    text: str | None
    name: str
    folders: tuple[Path, ...]
    values: bytes | None


def framed(content: bytes) -> bytes:
    """Put the length of a message before it."""
    return _LENGTH.pack(len(content)) + content


def framed_length(head: bytes) -> int:
    """Return the length of the message that a head of LENGTH_BYTES announces."""
    length: int = _LENGTH.unpack(head)[0]
    return length


def answer_of(text: str) -> bytes:
    """Write what a template gave."""
    return json.dumps({"text": text}).encode()


def fault_answer(fault: TemplateFault) -> bytes:
    """Write what is wrong with a template."""
    told: dict[str, Any] = {field.name: getattr(fault, field.name) for field in fields(fault)}
    return json.dumps({"fault": told}).encode()


def read_answer(content: bytes) -> str:
    """Return what a template gave.

    Raises TemplateFault when it is wrong, ValueError when this is no answer.
    """
    try:
        answer = json.loads(content)
        if "fault" in answer:
            told = answer["fault"]
            line = told["line"]
            fault = TemplateFault(
                str(told["message"]),
                str(told["template"]),
                int(line) if line else None,
                is_syntax=bool(told["is_syntax"]),
                is_costly=bool(told["is_costly"]),
            )
        else:
            return str(answer["text"])
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    raise fault
