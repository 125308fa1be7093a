import hashlib
from datetime import date

import pytest

from octavo.model import Page, Snapshot, StoredFile
from octavo.sources.link_states import kept_share, state_of_answer, state_of_fault
from octavo.sources.web import Answer, Redirect, WebFault

PAGE = "https://fable.example/a"
LONG = " ".join(f"word{number}" for number in range(400))


def answer(
    text: str = LONG, status: int = 200, address: str = PAGE, redirects: tuple[Redirect, ...] = ()
) -> Answer:
    """Make an answer in HTML."""
    headers = {"content-type": "text/html; charset=utf-8"}
    return Answer(status, headers, text.encode(), address, redirects)


def snapshot(content: str, body: bytes = b"", *, has_text: bool = True) -> Snapshot:
    """Make a snapshot of the page with this text."""
    stored = StoredFile("page.html", hashlib.sha256(body).hexdigest())
    page = Page(date(2024, 2, 3), "text/html", stored, stored if has_text else None)
    return Snapshot("a", PAGE, page, content=content)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, "dead"),
        (410, "dead"),
        (401, "paywalled"),
        (402, "paywalled"),
        (403, "paywalled"),
        (451, "paywalled"),
        (429, "unreachable"),
        (500, "unreachable"),
        (400, "unreachable"),
        (302, "unreachable"),
        (304, "ok"),
        (200, "ok"),
    ],
)
def test_states_of_statuses(status: int, kind: str) -> None:
    """The status tells most; what is not all well has a reason."""
    state = state_of_answer(PAGE, answer(status=status))

    assert (state.kind, state.status, bool(state.reason)) == (kind, status, kind != "ok")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<title>Page not found – The Daily Fable</title><p>Sorry.</p>", "dead"),
        ("<title>Вигадана газета</title><h1>Сторінку не знайдено</h1>", "dead"),
        ("<title>404</title>", "dead"),
        ("<title>Just a moment...</title><p>Verifying you are human</p>", "unreachable"),
        ("<h1>Bridges</h1><p>The first lines …</p><p>Subscribe to continue reading.</p>", "paywalled"),
        ("<h1>Мости</h1><p>Початок …</p><p>Оформіть передплату</p>", "paywalled"),
        (
            f'<script type="application/ld+json">{{"isAccessibleForFree": "False"}}</script><p>{LONG}',
            "paywalled",
        ),
        (f'<script type="application/ld+json">{{"isAccessibleForFree":true}}</script><p>{LONG}', "ok"),
        (f"<title>Why 404 pages matter</title><p>{LONG}<p>Subscribe to our newsletter", "ok"),
        ("<p>Short and free.</p>", "ok"),
    ],
)
def test_states_of_pages(text: str, kind: str) -> None:
    """A short page may say in words what its status hides; a long one that has such words is a page."""
    assert state_of_answer(PAGE, answer(text)).kind == kind


def test_front_pages() -> None:
    """A deep address that ends at the front page is dead; an address of a front page is not."""
    step = (Redirect(301, "https://fable.example/"),)

    assert state_of_answer(PAGE, answer(address="https://fable.example/", redirects=step)).kind == "dead"
    assert state_of_answer("http://fable.example", answer(address="https://fable.example/")).kind == "ok"


@pytest.mark.parametrize(
    ("steps", "moved_to"),
    [
        ([(301, "https://new.example/a")], "https://new.example/a"),
        ([(308, "https://new.example/a"), (302, "https://new.example/a?x=1")], "https://new.example/a"),
        ([(302, "https://new.example/a"), (301, "https://new.example/b")], None),
        ([(301, "https://www.fable.example/a/")], None),
        ([], None),
    ],
)
def test_moves_for_good(steps: list[tuple[int, str]], moved_to: str | None) -> None:
    """A link has moved as far as each redirect is for good; to the same page by another name it has not."""
    redirects = tuple(Redirect(status, address) for status, address in steps)
    last = redirects[-1].address if redirects else PAGE

    state = state_of_answer(PAGE, answer(address=last, redirects=redirects))

    assert (state.kind, state.moved_to) == ("moved" if moved_to else "ok", moved_to)


def test_pages_beside_their_snapshots() -> None:
    """A page of which much is new is changed, and how much is left is told; a few new words are not."""
    same = state_of_answer(PAGE, answer(f"<p>{LONG}</p><p>New comment</p>"), snapshot(LONG))
    half = " ".join(LONG.split()[:200])
    other = state_of_answer(
        PAGE, answer(f"<p>{half}</p><p>{half.replace('word', 'new')}</p>"), snapshot(LONG)
    )

    assert (same.kind, same.kept) == ("ok", 1.0)
    assert (other.kind, round(other.kept or 0, 1)) == ("changed", 0.5)
    assert other.reason == "keeps 50% of what was archived on 2024-02-03"


def test_files_without_text_beside_their_snapshots() -> None:
    """Where there are no words every byte counts."""
    sent = Answer(200, {"content-type": "image/png"}, b"one", PAGE)

    assert state_of_answer(PAGE, sent, snapshot("", b"one", has_text=False)).kind == "ok"
    assert state_of_answer(PAGE, sent, snapshot("", b"two", has_text=False)).kind == "changed"


@pytest.mark.parametrize(
    ("reason", "kind"),
    [("timeout", "unreachable"), ("no-name", "unreachable"), ("bad-address", "dead"), ("too-large", "ok")],
)
def test_states_without_an_answer(reason: str, kind: str) -> None:
    """No answer is not yet a dead link; an answer that is too long to read is a page."""
    assert state_of_fault(WebFault(reason, PAGE, "said nothing")).kind == kind  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [("", "a", 1.0), ("a b", "A, B!", 1.0), ("a b", "a c", 0.0), ("a b c d e", "x a b c d", 0.5)],
)
def test_shares(old: str, new: str, share: float) -> None:
    """What counts are runs of four words, without case and marks."""
    assert kept_share(old, new) == share
