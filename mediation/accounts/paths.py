"""Addresses of this site: where a person may be sent after signing in, and never anywhere else."""

import re
from urllib.parse import urlsplit

from flask import current_app, request
from werkzeug.exceptions import HTTPException

HOME, LONGEST = "/", 600
# A path of this site: one slash, then neither a second one nor what browsers read as one or leave out.
OWN_PATH = re.compile(r"/(?![/\\])[!-\[\]-~]*")


def safe_path(wanted: str | None) -> str:
    """The address if it is a page of this site that can be opened; the home page for everything else."""
    wanted = wanted or ""
    return wanted if len(wanted) <= LONGEST and OWN_PATH.fullmatch(wanted) and opens(wanted) else HOME


def opens(address: str) -> bool:
    """Whether a page of this site opens at this address (it may still be refused to the person)."""
    try:
        path = urlsplit(address).path
        current_app.create_url_adapter(request).match(path, method="GET")
    except (HTTPException, ValueError):
        return False
    return True


def forget_unreadable_referrer() -> None:
    """What a browser says it came from counts only if it is an address at all."""
    try:
        _port = urlsplit(request.referrer or "").port
    except ValueError:
        request.environ.pop("HTTP_REFERER")


def page_asked_for() -> str:
    """The page to come back to: the one asked for or, where only forms are received, the one sent from."""
    asked = request.full_path.rstrip("?")
    if opens(request.path):
        return asked if len(asked) <= LONGEST and OWN_PATH.fullmatch(asked) else HOME
    came_from = urlsplit(request.referrer or "")
    return safe_path(came_from.path) if came_from.netloc == request.host else HOME
