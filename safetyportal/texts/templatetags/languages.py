"""Where the language switch leads back to: this page, or the nearest one above it that can be read."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import urlencode

register = template.Library()
START = "/"


@register.simple_tag(takes_context=True)
def way_back(context: dict[str, Any]) -> str:
    """The address of this page. After a post to an address that only takes posts, the page that post came from."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return START
    readable = nearest(request.path_info)
    if readable != request.path_info:
        return readable
    # Signing in keeps where to go next in its form; after a mistake the address has lost it.
    going_to = request.POST.get("next", "") if request.method == "POST" and "next" not in request.GET else ""
    return f"{readable}?{urlencode({'next': going_to})}" if going_to else request.get_full_path()


def nearest(path: str) -> str:
    """`path`, or the closest above it that answers to GET: /werk/zaken/Z-1/notitie/ becomes /werk/zaken/Z-1/.

    A path that no view knows stays as it is: its page says so in any language.
    """
    above, known = path, False
    while above and above != START:
        try:
            rule = getattr(resolve(above).func, "policy_rule", None)
        except Resolver404:
            pass
        else:
            known = True
            if rule is None or "GET" in rule.methods:
                return above
        above = above.rstrip("/").rpartition("/")[0] + "/"
    return START if known else path
