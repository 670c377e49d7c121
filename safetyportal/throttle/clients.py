"""Whom a limit counts: where a request comes from, no finer than needed."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "unknown"


def client_key(request: HttpRequest) -> str:
    """Where a request comes from, as coarse as fair: an IPv4 address, the /64 of an IPv6 address, or
    "unknown".

    Of X-Forwarded-For only what the TRUSTED_PROXIES nearest proxies wrote is believed: anybody can send the
    rest.
    """
    address = _parsed(_told_by_proxies(request) or request.META.get("REMOTE_ADDR", ""))
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is None:
            return str(ip_network((int(address), 64), strict=False))
        address = address.ipv4_mapped
    return str(address) if address is not None else UNKNOWN


def _told_by_proxies(request: HttpRequest) -> str:
    if settings.TRUSTED_PROXIES < 1:
        return ""
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    return hops[-settings.TRUSTED_PROXIES] if len(hops) >= settings.TRUSTED_PROXIES else ""


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None
