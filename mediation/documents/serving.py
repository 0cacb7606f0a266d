"""How a kept file leaves the house: checked first, as something to save and never as a page."""

from flask import Response, current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wsgi import wrap_file

from mediation.acts.refusals import NotFound
from mediation.acts.scope import Actor
from mediation.documents.models import Document
from mediation.kernel import files

# How long what was opened can be looked at without opening it again.
TICKET_SECONDS = 600


def original(document: Document) -> Response:
    """The file as it came."""
    kind = document.file_type
    return _sent(document.sha256, kind.mimetype, _name(document, kind.suffix))


def view(document: Document) -> Response:
    """The copy of an image that is shown (`NotFound` for what is no image)."""
    return _copy(document, document.view_sha256, "")


def thumbnail(document: Document) -> Response:
    """The small copy of an image (`NotFound` for what is no image)."""
    return _copy(document, document.thumbnail_sha256, "-petit")


def _copy(document: Document, name: str | None, mark: str) -> Response:
    if name is None:
        raise NotFound(f"document {document.number} is no image")
    return _sent(name, "image/jpeg", _name(document, "jpg", mark))


def _name(document: Document, suffix: str, mark: str = "") -> str:
    """A name of our own: what it was called before is only words."""
    return f"{document.dispute.reference}-piece-{document.number}{mark}.{suffix}"


def _sent(name: str, mimetype: str, called: str) -> Response:
    # The server sends the file itself: a copy for a slow line would need room beside it.
    answer = Response(wrap_file(request.environ, files.opened(name)), mimetype=mimetype, direct_passthrough=True)
    answer.headers["Content-Disposition"] = f'attachment; filename="{called}"'
    answer.headers["Content-Security-Policy"] = files.INERT
    return answer


def ticket_for(actor: Actor, document: Document) -> str:
    """What lets one person look at one reserved piece for a while, once its opening is in the ledger."""
    return _tickets().dumps([actor.id, document.id])


def holds_ticket(actor: Actor, document: Document, ticket: str) -> bool:
    """Whether this person has just opened this piece."""
    try:
        return _tickets().loads(ticket, max_age=TICKET_SECONDS) == [actor.id, document.id]
    except BadSignature:
        return False


def _tickets() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="opened piece")
