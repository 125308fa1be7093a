"""The child process that renders templates: what a stranger wrote runs here, with little time and room.

It is a new Python with an empty environment. Before the first template it gives up what it does not
need: more memory, files to write, processes, open files beyond a few.
"""

import gc
import pickle
import resource
import signal
import sys
from collections.abc import Generator, Mapping
from types import FrameType
from typing import Any

from octavo.templating import messages
from octavo.templating.environments import chapter_environment, house_environment
from octavo.templating.faults import TemplateFault, TooMuch, syntax_fault, value_fault
from octavo.templating.messages import Costs, Question

_MOST_FILES = 8


def serve(costs: Costs) -> None:
    """Render what is asked for, one after the other, until the parent is gone."""
    import jinja2.debug  # noqa: F401  # what it imports late needs files, and few can be opened then

    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    _give_up(costs)
    values: Mapping[str, Any] = {}
    while head := questions.read(messages.LENGTH_BYTES):
        asked = questions.read(messages.framed_length(head))
        question: Question = pickle.loads(asked)  # noqa: S301  # our parent's
        if question.values is not None:
            values = pickle.loads(question.values)  # noqa: S301  # the same
        answers.write(messages.framed(_answer(question, values, costs)))
        answers.flush()


def _give_up(costs: Costs) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPROF, _stop)
    limits = {
        resource.RLIMIT_AS: costs.memory_bytes,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: _MOST_FILES,
        resource.RLIMIT_NPROC: 0,
    }
    for kind, value in limits.items():
        resource.setrlimit(kind, (value, value))


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooMuch("it takes too long")


def _answer(question: Question, values: Mapping[str, Any], costs: Costs) -> bytes:
    """Render a template within its costs; what goes wrong is an answer, too."""
    try:
        _allow(costs)
        return messages.answer_of(_rendered(question, values, costs))
    except TemplateFault as fault:
        return messages.fault_answer(fault)
    except TooMuch as late:  # the signal came between two lines of this module
        return messages.fault_answer(TemplateFault(str(late), question.name, None, is_costly=True))
    except MemoryError:
        return messages.fault_answer(
            TemplateFault("it needs too much memory", question.name, None, is_costly=True)
        )
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        gc.collect()


def _allow(costs: Costs) -> None:
    """Let a template reckon for some seconds: then comes a signal, and a little later the end."""
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used + costs.cpu_seconds) + costs.grace_seconds, hard))
    signal.setitimer(signal.ITIMER_PROF, costs.cpu_seconds)


def _rendered(question: Question, values: Mapping[str, Any], costs: Costs) -> str:
    """Render a template. Raises TemplateFault, with the name and line of the template where it happened."""
    from jinja2 import TemplateSyntaxError

    is_chapter = question.text is not None
    environment = chapter_environment() if is_chapter else house_environment(question.folders)
    try:
        if question.text is not None:
            template = environment.from_string(question.text)
        else:
            template = environment.get_template(question.name)
        most = costs.chapter_characters if is_chapter else costs.output_characters
        return _joined(template.generate(values), most)  # type: ignore[arg-type]  # it is a generator
    except TemplateSyntaxError as error:
        raise syntax_fault(error, question.name) from error
    except (
        Exception,
        TooMuch,
    ) as error:  # whatever a template's expression can raise is the template's fault
        names = [] if is_chapter else environment.list_templates()
        raise value_fault(error, names, question.name) from error


def _joined(pieces: Generator[str, None, None], most: int) -> str:
    kept, size = [], 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            pieces.throw(TooMuch(f"it prints more than {most:,} characters"))  # so that its line is known
        kept.append(piece)
    return "".join(kept)
