"""Web addresses as people write them, turned into those that are sent."""

import re
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import quote, urlsplit, urlunsplit

_UNSAFE_PATH = "/:@!$&'()*+,;=~-._%"


def wire_address(address: str) -> str | None:
    """Return an address in ASCII, without its fragment (RFC 3987, 3.1), or None when it is none of the web.

    What is percent-encoded already stays as it is.
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
        if ":" in host:
            ip_address(host)
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in {"http", "https"} or not re.fullmatch(r"[A-Za-z0-9_.:-]+", host):
        return None
    netloc = f"[{host}]" if ":" in host else host
    netloc = netloc if port is None else f"{netloc}:{port}"
    path = quote(parts.path or "/", safe=_UNSAFE_PATH)
    return urlunsplit((parts.scheme, netloc, path, quote(parts.query, safe=_UNSAFE_PATH + "?[]"), ""))


def is_private(address: str) -> bool:
    """Tell whether an address names a place that only some machines can reach, such as this one.

    Such are `localhost`, and numbers that are not for the public (RFC 6890), in any way to write them.
    """
    host = (urlsplit(address).hostname or "").rstrip(".")
    number = _number(host)
    return host == "localhost" or host.endswith(".localhost") or bool(number and not number.is_global)


def is_public_number(number: str) -> bool:
    """Tell whether the number of a machine is one of the public network (RFC 6890)."""
    known = ip_address(number.partition("%")[0])
    inner = getattr(known, "ipv4_mapped", None) or getattr(known, "sixtofour", None) or known
    return bool(known.is_global and inner.is_global and not known.is_multicast)


def _number(host: str) -> IPv4Address | IPv6Address | None:
    """Read a host that is a number; systems know shorter ways to write one than `127.0.0.1`."""
    try:
        return ip_address(host) if ":" in host else ip_address(socket.inet_aton(host))
    except (OSError, ValueError):
        return None
