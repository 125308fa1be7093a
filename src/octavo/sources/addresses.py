"""Web addresses as people write them, turned into those that are sent."""

import re
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
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in {"http", "https"} or not re.fullmatch(r"[A-Za-z0-9_.:-]+", host):
        return None
    netloc = f"[{host}]" if ":" in host else host
    netloc = netloc if port is None else f"{netloc}:{port}"
    path = quote(parts.path or "/", safe=_UNSAFE_PATH)
    return urlunsplit((parts.scheme, netloc, path, quote(parts.query, safe=_UNSAFE_PATH + "?[]"), ""))
