"""The only door to WeasyPrint: what runs in the engine's child process.

WeasyPrint comments on what it does in the loggers `weasyprint` and `weasyprint.progress`; here they
are turned into answers. Nothing but the files of a job can be fetched: no network, no `file:`.
"""

import contextlib
import gc
import io
import logging
import mimetypes
import os
import re
import signal
import tempfile
from collections.abc import Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from xml.sax.saxutils import escape

from octavo.leash import end_with_parent
from octavo.scratch import FULL
from octavo.write.allotment import Allotment, forget_environment
from octavo.write.box_ends import end_boxes
from octavo.write.floats import with_floats
from octavo.write.libraries import library_versions
from octavo.write.mend import VARIANT, mend, remember_origins
from octavo.write.messages import (
    ORIGIN,
    Answer,
    AttachedFile,
    Job,
    LaidOut,
    LayoutFailed,
    Loaded,
    Printed,
    Step,
)
from octavo.write.page_labels import BLANK, label_ranges, labels_of
from octavo.write.page_starts import PageStart, page_starts
from octavo.write.quick_notes import quicken_notes
from octavo.write.source_ends import draw_in_sources
from octavo.write.steady_notes import steady_notes

if TYPE_CHECKING:
    from weasyprint import Document

_PAGE = re.compile(r"Step 5 - Creating layout - Page (\d+)")
_FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>
"""


def serve(connection: "Connection[Answer, Job]", folder: str, stderr_name: str) -> None:
    """Take jobs and answer them, one after the other, until the parent hangs up.

    All that is laid down on the way lies in `folder`, which is the parent's to clear away.
    """
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _speak_to(Path(folder, stderr_name))
    _isolate(Path(folder))
    import weasyprint  # now, so that it is there when the first job comes

    quicken_notes(weasyprint)
    steady_notes(weasyprint)
    end_boxes(weasyprint)
    remember_origins(weasyprint)
    gc.collect()
    gc.freeze()
    gc.disable()  # layout makes few cycles and many objects: looking for cycles costs a tenth
    with contextlib.suppress(EOFError, BrokenPipeError):
        connection.send(Loaded(library_versions()))
        while True:
            _answer(connection, connection.recv())


def _speak_to(path: Path) -> None:
    """Send what C libraries print to a file, from which the parent reads their last words."""
    with path.open("ab") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)


def _isolate(folder: Path) -> None:
    """Hide the machine: its fonts, its list of file types, and the clock that fontTools would stamp in."""
    config_path = folder / "fonts.conf"
    config_path.write_bytes(os.fsencode(_FONTS_CONF.format(folder=escape(str(folder)))))
    tempfile.tempdir = str(folder)
    forget_environment()
    os.environ["FONTCONFIG_FILE"] = str(config_path)
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    mimetypes.knownfiles.clear()
    mimetypes.add_type("application/x-bibtex", ".bib")


def _answer(connection: "Connection[Answer, Job]", job: Job) -> None:
    try:
        Allotment().apply(len(job.html) + len(job.css))
        connection.send(_print(job, connection))
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except BaseException as error:  # noqa: BLE001  # a fault of the library is a value here, not our end
        refusal = error.errno if isinstance(error, OSError) and error.errno in FULL else None
        connection.send(LayoutFailed(f"{type(error).__name__}: {error}", refusal))
    gc.collect()


def _print(job: Job, connection: "Connection[Answer, Job]") -> Printed:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fetcher = _fetcher(job)
    fonts = FontConfiguration()
    with _Listener(connection) as listener:
        css = CSS(string=job.css, base_url=ORIGIN, url_fetcher=fetcher, font_config=fonts)
        pictures: dict[str, Any] = {}

        def read(text: str) -> HTML:
            return HTML(string=text, base_url=ORIGIN, url_fetcher=fetcher)

        def lay_out(html: HTML) -> "Document":
            options = {"stylesheets": [css], "cache": pictures, "pdf_variant": VARIANT}
            return html.render(font_config=fonts, **options)

        html = read(job.html)
        if job.width_px is None:
            with listener.hushed():
                draw_in_sources(read, lay_out, html.etree_element)
            document = with_floats(lambda: lay_out(html), html.etree_element)
            connection.send(LaidOut(_starts(document, html.etree_element, job)))
        else:
            document = lay_out(html)
        _save(document, job)
    return Printed(len(document.pages), tuple(listener.complaints), tuple(fetcher.refused))


def _save(document: "Document", job: Job) -> None:
    job.output_path.parent.mkdir(parents=True, exist_ok=True)
    if job.width_px is None:
        document.metadata.attachments = [_attachment(file) for file in job.attachments]
        document.write_pdf(job.output_path, pdf_variant=VARIANT, finisher=partial(_finish, job))
    else:
        pdf = document.copy(document.pages[:1]).write_pdf()
        job.output_path.write_bytes(_picture(pdf, job.width_px))


def _finish(job: Job, document: "Document", pdf: Any) -> None:
    """Do what WeasyPrint leaves to do, before its `pydyf.PDF` is written."""
    if job.has_roman_front:
        _label_pages(document, pdf)
    mend(document, pdf)


def _attachment(file: AttachedFile) -> Any:
    """Attach a file to the document (ISO 32000-2, 7.11.4)."""
    from weasyprint import Attachment

    return Attachment(
        string=file.content,
        name=file.name,
        description=file.description,
        relationship="Data",
        created=file.moment,
        modified=file.moment,
    )


def _starts(document: "Document", root: Any, job: Job) -> tuple[PageStart, ...]:
    """Find where each page begins, under the number that its folio shows."""
    labels = labels_of(_parts(document), has_roman_front=job.has_roman_front)
    return page_starts(document.pages, root, labels)


def _parts(document: "Document") -> list[str]:
    """Return the names of the pages' `@page` rules."""
    types = (page._page_box.page_type for page in document.pages)  # noqa: SLF001  # no other way is public
    return [BLANK if kind.blank else kind.name for kind in types]


def _label_pages(document: "Document", pdf: Any) -> None:
    """Number the pages for readers' programs as their folios are."""
    import pydyf

    numbers = pydyf.Array()
    for labels in label_ranges(_parts(document)):
        numbers += [labels.index, pydyf.Dictionary({"S": f"/{labels.style}", "St": labels.first})]
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": numbers})


def _picture(pdf: bytes, width_px: int) -> bytes:
    """Draw the first page of a PDF as PNG."""
    import pypdfium2

    page = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=width_px / page.get_width()).to_pil()
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def _fetcher(job: Job) -> Any:
    """Make a fetcher that knows the files of the job and nothing else.

    The class is made here since its base comes with WeasyPrint, which the parent must not import.
    """
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class JobFetcher(URLFetcher):  # type: ignore[misc]
        """Serves the files of one job; `refused` lists the addresses that it did not serve.

        They are kept here because WeasyPrint swallows what goes wrong inside an SVG.
        """

        refused: list[str] = []  # noqa: RUF012  # set anew for every class, and there is one class a job

        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002
            path = job.files.get(url.removeprefix(ORIGIN)) if url.startswith(ORIGIN) else None
            if path is None:
                self.refused.append(url[:200])
                message = f"not a file of the publication: {url[:200]}"
                raise ValueError(message)
            return URLFetcherResponse(url, path.read_bytes())

    return JobFetcher(allowed_protocols=())


class _Listener(logging.Handler):
    """Collects complaints and passes the page numbers on, while it is entered."""

    def __init__(self, connection: "Connection[Answer, Job]") -> None:
        super().__init__(logging.INFO)
        self._connection = connection
        self._highest = 0
        self._total: int | None = None
        self._is_hushed = False
        self.complaints: list[str] = []

    def __enter__(self) -> Self:
        for name, level in (("weasyprint", logging.WARNING), ("weasyprint.progress", logging.INFO)):
            logger = logging.getLogger(name)
            logger.setLevel(level)
            logger.propagate = False
            logger.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        for name in ("weasyprint", "weasyprint.progress"):
            logging.getLogger(name).removeHandler(self)

    @contextlib.contextmanager
    def hushed(self) -> Iterator[None]:
        """Hear nothing for a while: of a part of the book, whose links lead to parts that are not there."""
        self._is_hushed = True
        try:
            yield
        finally:
            self._is_hushed = False

    def emit(self, record: logging.LogRecord) -> None:
        if self._is_hushed:
            return
        text = record.getMessage()
        if record.name == "weasyprint.progress":
            self._step(text)
        elif record.levelno >= logging.WARNING and text not in self.complaints:
            self.complaints.append(text)

    def _step(self, text: str) -> None:
        found = _PAGE.match(text)
        if not found:
            return
        page = int(found[1])
        if page == 1 and self._highest:
            self._total = self._highest
        self._highest = max(self._highest, page)
        self._connection.send(Step(page, self._total))
