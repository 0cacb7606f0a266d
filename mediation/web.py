"""What every answer wears: security headers, compression, static files kept for good; and two signs of life."""

import gzip
import mimetypes
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

import brotli
from flask import Blueprint, Flask, Response, abort, current_app, request
from sqlalchemy import text

from mediation.acts import triggers
from mediation.acts.gate import open_to_all
from mediation.kernel.db import db
from mediation.kernel.files import INERT

POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
          "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
          "manifest-src 'self'; worker-src 'self'")

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}

WORTH_PRESSING = 500
FOREVER, AN_HOUR = 31536000, 3600

bp = Blueprint("web", __name__)


@bp.route("/healthz")
@open_to_all
def healthz():
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")


@bp.route("/readyz")
@open_to_all
def readyz():
    """The database answers and the ledger's guards are in place."""
    with db.engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        ready = not triggers.missing(connection)
    return Response("ready\n" if ready else "ledger guards are missing\n", 200 if ready else 503,
                    mimetype="text/plain")


def dress(app: Flask) -> None:
    """Put headers and compression on every answer, and say which files are public."""
    app.register_blueprint(bp)
    app.view_functions["static"] = open_to_all(_static)
    app.url_defaults(_with_version)
    app.after_request(_press)
    app.after_request(_protect)


@lru_cache(maxsize=256)
def _file(folder: str, name: str) -> tuple[bytes, str]:
    """A static file and its fingerprint, read once; files do not change while the server runs."""
    path = Path(folder) / name
    if "\0" in name or not path.resolve().is_relative_to(Path(folder).resolve()) or not path.is_file():
        return b"", ""
    body = path.read_bytes()
    return body, sha256(body).hexdigest()[:12]


def _with_version(endpoint: str, values: dict) -> None:
    """The address of a file changes with its content, so that it can be kept for a year."""
    if endpoint == "static" and "v" not in values:
        values["v"] = _file(current_app.static_folder, values["filename"])[1]


def _static(filename: str) -> Response:
    body, version = _file(current_app.static_folder, filename)
    if not version:
        abort(404)
    answer = Response(body, mimetype=mimetypes.guess_type(filename)[0] or "application/octet-stream")
    answer.set_etag(version)
    answer.cache_control.public = True
    answer.cache_control.max_age = FOREVER if request.args.get("v") == version else AN_HOUR
    return answer.make_conditional(request)


def _protect(answer: Response) -> Response:
    policy = answer.headers.get("Content-Security-Policy")
    answer.headers.update(HEADERS)
    if policy == INERT:
        answer.headers["Content-Security-Policy"] = policy
    if request.is_secure:
        answer.headers["Strict-Transport-Security"] = f"max-age={FOREVER}; includeSubDomains"
    # Kept nowhere, unless the page itself said better.
    answer.headers.setdefault("Cache-Control", "private, no-store")
    return answer


def _press(answer: Response) -> Response:
    """Compress text for slow lines; browsers offer brotli only over HTTPS."""
    text_like = answer.mimetype.startswith(("text/", "image/svg", "application/json"))
    if not text_like or answer.is_streamed or answer.status_code in (204, 304):
        return answer
    answer.vary.add("Accept-Encoding")
    body, accepted = answer.get_data(), request.accept_encodings
    encoding = "br" if "br" in accepted else "gzip" if "gzip" in accepted else None
    if encoding and len(body) >= WORTH_PRESSING:
        press = _pressed if request.endpoint == "static" else _press_now
        answer.set_data(press(encoding, body))
        answer.headers["Content-Encoding"] = encoding
    return answer


def _press_now(encoding: str, body: bytes) -> bytes:
    return brotli.compress(body, quality=4) if encoding == "br" else gzip.compress(body, 8, mtime=0)


@cache
def _pressed(encoding: str, body: bytes) -> bytes:
    """The smallest a static file can be made, once."""
    return brotli.compress(body, quality=11) if encoding == "br" else gzip.compress(body, 9, mtime=0)
