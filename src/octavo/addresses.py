"""Web addresses of sources: which cannot lead anywhere, what in them only follows readers, which are one."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_WEB = re.compile(r"(?i)https?:")
_OTHER_SCHEME = re.compile(r"(?i)(?!h?t+ps?:)[a-z][a-z0-9+.-]*:(?!\d)")
_COMMAND = re.compile(r"\\(?:url|path|href)\s*\{([^{}]*)\}")
_ESCAPED = re.compile(r"\\([_%&#$~{}])")
_ODD = re.compile(r"[\\{}<>\"^`|]")
_HALF_CODE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?|\[[0-9A-Fa-f:.]+\]")
_TRACKING = re.compile(
    r"(?i)(?:utm|mtm|pk|hsa|piwik|matomo|itm|fb_action|oly_enc|oly_anon|guce)_\w+|fbclid|gclid|gclsrc|dclid|gbraid"
    r"|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_ga|_gl|vero_id"
    r"|wickedid|rb_clickid|li_fat_id|at_(?:medium|campaign|custom\d+|bbc_team|ptr_name|format|link_\w+)|s_cid|cmpid|ncid|smid|smtyp|guccounter|traffic_source|ref_src|ref_url|xtor"
    r"|wt_mc|trk|trkcampaign|__twitter_impression|spm|scid|ns_mchannel|ns_campaign|ns_source"
)


@dataclass(frozen=True, slots=True)
class AddressFault:
    """Why an address cannot lead anywhere: it goes on from the address; `cure` is the better one if known."""

    message: str
    hint: str


def address_fault(address: str) -> AddressFault | None:
    """Tell why a web address cannot be followed (RFC 3986, 3), or None when it can.

    Addresses of another kind, such as `ftp:`, are not judged.
    """
    if clean := _COMMAND.sub(r"\1", address).strip("<>") if address[:1] in {"\\", "<"} else "":
        return AddressFault("is wrapped in what becomes a part of it", f"write `{clean}` alone")
    if _ESCAPED.search(address):
        plain = _ESCAPED.sub(r"\1", address)
        return AddressFault("has backslashes that become a part of it", f"write `{plain}`")
    if not _WEB.match(address):
        return _without_scheme(address)
    return _beginning_fault(address) or _character_fault(address)


def _without_scheme(address: str) -> AddressFault | None:
    if _OTHER_SCHEME.match(address):
        return None
    rest = re.sub(r"(?i)^(?:h?t+ps?)?[:/]*", "", address)
    hint = (
        f"write `https://{rest}`" if "." in rest.partition("/")[0] else "write the whole address: `https://…`"
    )
    return AddressFault("does not begin with `https://`", hint)


def _beginning_fault(address: str) -> AddressFault | None:
    scheme, _, rest = address.partition(":")
    bare = rest.lstrip("/")
    if not rest.startswith("//") or rest.startswith("///"):
        return AddressFault(
            f"begins with `{address[: len(address) - len(bare)]}`", f"write `{scheme}://{bare}`"
        )
    if doubled := re.match(r"(?i)https?(?::/*|//)", bare):
        again = bare[doubled.end() :]
        return AddressFault("begins twice", f"write `{scheme}://{again}`")
    try:
        parts = urlsplit(address)
        _, host = parts.port, parts.netloc.rpartition("@")[2]
    except ValueError:
        host = ""
    host = re.sub(r":\d*$", "", host)
    if not host or not _HOST.fullmatch(host) or not ("." in host or host.startswith("[")):
        return AddressFault("names no host", "write the whole address: `https://example.org/page`")
    return None


def _character_fault(address: str) -> AddressFault | None:
    if two := re.search(r"[\s,;]+(?:and\s+)?https?://", address):
        hint = f"keep one of them, such as `{address[: two.start()]}`"
        return AddressFault("holds two addresses", hint)
    if re.search(r"\s", address):
        code = re.sub(r"\s+", "%20", address)
        return AddressFault("has a space in it", f"remove it, or write `{code}` if it belongs there")
    if odd := _ODD.search(address):
        return AddressFault(f"has a `{odd[0]}` in it", f"remove it, or write `%{ord(odd[0]):02X}` for it")
    if _HALF_CODE.search(address):
        return AddressFault(
            "has a `%` that begins no code", "write `%25` for a percent sign, or copy the address again"
        )
    if address[-1] in ",;":
        return AddressFault(f"ends with `{address[-1]}`", f"write `{address[:-1]}`")
    return None


def tracking_names(address: str) -> tuple[str, ...]:
    """Name the parameters of an address that only tell where its reader came from."""
    query = address.partition("#")[0].partition("?")[2]
    names = (part.partition("=")[0] for part in query.split("&"))
    return tuple(name for name in names if _TRACKING.fullmatch(name))


def without_tracking(address: str) -> str:
    """Return an address without these parameters; the others stay as they are."""
    head, mark, fragment = address.partition("#")
    path, _, query = head.partition("?")
    kept = "&".join(part for part in query.split("&") if not _TRACKING.fullmatch(part.partition("=")[0]))
    return f"{path}?{kept}{mark}{fragment}" if kept else f"{path}{mark}{fragment}"


def address_key(address: str) -> str | None:
    """Return what two addresses of one page have in common, or None for one that leads to no page of its own.

    The scheme, `www.`, letter case of the host, tracking parameters, a place in the page and a slash at
    the end make no other page.
    """
    try:
        parts = urlsplit(without_tracking(address))
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    path = unquote(parts.path).rstrip("/")
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    if not host or not (path or parts.query or fragment):
        return None
    return f"{host}{path}?{parts.query}{fragment}"
