"""Connections that lead to the public network only, whatever a name resolves to.

A name is resolved once, what it resolves to is judged, and the connection is made to just that: a name
server that answers first with a public number, then with one of this network, gains nothing by it.
"""

import socket
import ssl

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProxyError,
    ProxySchemeUnknown,
    ReadTimeoutError,
    SSLError,
)

from octavo.sources import addresses
from octavo.sources.answers import WebFault


class NotPublic(HTTPError):
    """A name leads to this machine, or into its own network; the message is the number."""


def public_pools() -> urllib3.PoolManager:
    """Make a pool of connections each of which is judged before it is made."""
    pools = urllib3.PoolManager()
    pools.pool_classes_by_scheme = {"http": _Pool, "https": _SafePool}
    return pools


def public_number(host: str, port: int) -> str:
    """Return the number to which a host resolves, if all of its numbers are public.

    Raises NotPublic, and OSError when there is no such host.
    """
    found = [str(known[4][0]) for known in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for number in found:
        if not addresses.is_public_number(number):
            raise NotPublic(number)
    return found[0]


class _Connection(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        host = self._dns_host
        try:
            self._dns_host = public_number(host.strip("[]"), self.port or self.default_port)
            return super()._new_conn()
        except socket.gaierror as error:
            raise NameResolutionError(host, self, error) from error
        finally:
            self._dns_host = host


class _SafeConnection(_Connection, HTTPSConnection):
    """The certificate is asked for in the name, not the number."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SafePool(HTTPSConnectionPool):
    ConnectionCls = _SafeConnection


def fault_of(error: HTTPError | OSError, address: str) -> WebFault:
    """Put an error of the library into our words."""
    causes: list[BaseException] = [error]
    while (cause := causes[-1].__cause__ or getattr(causes[-1], "reason", None)) is not None and (
        isinstance(cause, BaseException) and cause not in causes
    ):
        causes.append(cause)
    for known in causes:
        if isinstance(known, ProxyError | ProxySchemeUnknown):
            return WebFault("refused", address, "cannot be reached: the proxy of your environment fails")
        if isinstance(known, NameResolutionError):
            return WebFault("no-name", address, "cannot be found: there is no such host, or you are offline")
        if isinstance(known, NewConnectionError):
            return WebFault("refused", address, "refuses the connection")
        if isinstance(known, ConnectTimeoutError | ReadTimeoutError | TimeoutError):
            return WebFault("timeout", address, "does not answer in time")
        if isinstance(known, SSLError | ssl.SSLError):
            return WebFault("certificate", address, "cannot prove who it is: its certificate is not valid")
    return WebFault("cut-off", address, "broke off before its answer was complete")
