"""Web addresses: which lead nowhere, what only follows readers, which are one."""

import pytest

from octavo.addresses import address_fault, address_key, tracking_names, without_tracking


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://user@example.org:8080/a%20b?c=d&e#f",
        "https://приклад.укр/шлях",
        "https://[2001:db8::1]/",
        "https://example.org/Box_(thing)#:~:text=words",
        "ftp://example.org/x",
        "urn:isbn:0",
    ],
)
def test_good_addresses(address: str) -> None:
    """Addresses of the web in any letters are fine, and other kinds are not judged."""
    assert address_fault(address) is None


@pytest.mark.parametrize(
    ("address", "message", "hint"),
    [
        ("http:/example.org/x", "begins with `http:/`", "write `http://example.org/x`"),
        ("https:///example.org", "begins with `https:///`", "write `https://example.org`"),
        ("https//example.org", "does not begin with `https://`", "write `https://example.org`"),
        ("ttps://example.org", "does not begin with `https://`", "write `https://example.org`"),
        ("www.example.org", "does not begin with `https://`", "write `https://www.example.org`"),
        ("see there", "does not begin with `https://`", "write the whole address: `https://…`"),
        ("https://https://example.org", "begins twice", "write `https://example.org`"),
        ("https://", "names no host", "write the whole address: `https://example.org/page`"),
        ("https://localhost/x", "names no host", "write the whole address: `https://example.org/page`"),
        ("https://a.org:no/", "names no host", "write the whole address: `https://example.org/page`"),
        (
            "https://a.org/b c",
            "has a space in it",
            "remove it, or write `https://a.org/b%20c` if it belongs there",
        ),
        (r"https://a.org/b\_c", "has backslashes that become a part of it", "write `https://a.org/b_c`"),
        (r"\url{https://a.org}", "is wrapped in what becomes a part of it", "write `https://a.org` alone"),
        ("<https://a.org>", "is wrapped in what becomes a part of it", "write `https://a.org` alone"),
        ("https://a.org/{b}", "has a `{` in it", "remove it, or write `%7B` for it"),
        (
            "https://a.org/100%",
            "has a `%` that begins no code",
            "write `%25` for a percent sign, or copy the address again",
        ),
        ("https://a.org/b,", "ends with `,`", "write `https://a.org/b`"),
    ],
)
def test_faults(address: str, message: str, hint: str) -> None:
    """Each fault has its words and its cure."""
    fault = address_fault(address)

    assert fault is not None
    assert (message, hint) == (fault.message, fault.hint)


@pytest.mark.parametrize(
    ("address", "names", "clean"),
    [
        ("https://a.org/?id=1&amp=1", (), "https://a.org/?id=1&amp=1"),
        ("https://a.org/b?traffic_source=x", ("traffic_source",), "https://a.org/b"),
        ("https://a.org/?utm_source=x&id=1&fbclid=y#c", ("utm_source", "fbclid"), "https://a.org/?id=1#c"),
        ("https://a.org/#utm_source=x", (), "https://a.org/#utm_source=x"),
    ],
)
def test_tracking(address: str, names: tuple[str, ...], clean: str) -> None:
    """Only the parameters that follow readers go; order and all else stay."""
    assert names == tracking_names(address)
    assert clean == without_tracking(address)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("http://www.A.org/b/", "https://a.org/b?utm_source=x#part", True),
        ("https://a.org/b%C3%A9", "https://a.org/bé", True),
        ("https://a.org/b?id=1", "https://a.org/b?id=2", False),
        ("https://a.org/B", "https://a.org/b", False),
        ("https://a.org/#!/b", "https://a.org/#!/c", False),
    ],
)
def test_same_page(one: str, other: str, *, is_same: bool) -> None:
    """What makes no other page does not part two addresses."""
    assert is_same == (address_key(one) == address_key(other))


def test_front_page_has_no_key() -> None:
    """Many sources may have the address of the house they are from."""
    assert [address_key(address) for address in ("https://a.org/", "https://[a")] == [None, None]
