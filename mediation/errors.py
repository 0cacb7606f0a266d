"""Refusals become pages: what happened, what to do, and everything the person had typed."""

import errno

from flask import Flask, current_app, g, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import InterfaceError, OperationalError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from mediation.acts import refusals
from mediation.acts.door import row_named
from mediation.acts.policy import dispute_of
from mediation.given_back import answered, kept, offered_as, typed_in
from mediation.kernel.db import db
from mediation.kernel.files import FileDamaged, StorageDown
from mediation.kernel.language import _

# There is no room, or no writing, on the disk.
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
PAGES = (400, 403, 404, 405, 413, 429, 500)


def answer(app: Flask) -> None:
    """Give every refusal its page and its number."""
    app.register_error_handler(refusals.NotFound, lambda error: page(404))
    app.register_error_handler(refusals.NotPermitted, lambda error: page(403))
    app.register_error_handler(refusals.NotSignedIn, _ask_to_sign_in)
    app.register_error_handler(refusals.WrongStage, _moved_on)
    app.register_error_handler(refusals.StaleForm, _moved_on)
    app.register_error_handler(refusals.KeyReused, _saved_already)
    app.register_error_handler(CSRFError, _too_old)
    app.register_error_handler(OperationalError, _no_database)
    app.register_error_handler(InterfaceError, _no_database)
    app.register_error_handler(StorageDown, _no_storage)
    app.register_error_handler(OSError, _disk)
    app.register_error_handler(FileDamaged, _damaged)
    app.register_error_handler(HTTPException, _refused_by_the_server)
    app.register_error_handler(500, _broken)


def page(number: int):
    """The page of a refusal."""
    number = number if number in PAGES else 400 if number < 500 else 500
    return render_template(f"errors/{number}.html", kept=kept() if number in (400, 500) else []), number


def _too_long():
    """More was sent than is taken; none of it was read, but the words may be kept as a draft."""
    from mediation.accounts.paths import page_asked_for

    return render_template("errors/413.html", back_url=page_asked_for(),
                           back_label=_("Ouvrir la page de nouveau")), 413


def _refused_by_the_server(error: HTTPException):
    """A page for what never reached a view; a wrong method is told which ones there are."""
    if error.code == 413:
        return _too_long()
    methods = getattr(error, "valid_methods", None)
    return (*page(error.code or 500), {"Allow": ", ".join(sorted(methods))} if methods else {})


def _broken(error):
    """Something went wrong here: what the database had begun is undone first, or the page could not be drawn."""
    db.session.rollback()
    return page(500)


def _too_old(error):
    """A form of a session that is over, or forged: its page opens again, the text is there to be copied."""
    from mediation.accounts.paths import page_asked_for

    return render_template("errors/400.html", kept=kept(), back_url=page_asked_for(),
                           back_label=_("Ouvrir la page de nouveau")), 400


def _ask_to_sign_in(error):
    from mediation.accounts.views import ask_to_sign_in

    try:
        return ask_to_sign_in(kept)
    except RequestEntityTooLarge:
        return _too_long()


def _saved_already(error):
    """Sent again with other words, after « Back »: what was saved, for whoever saved it and still sees it."""
    from mediation.accounts.paths import page_asked_for

    dispute = dispute_of(row_named(error.made))
    way = {"back_url": url_for("casefile.show", reference=dispute.reference),
           "back_label": _("Ouvrir le dossier %(number)s", number=dispute.reference)} if dispute else {}
    return render_template("errors/saved.html", kept=kept(), dispute=dispute, new_url=page_asked_for(), **way), 422


def _moved_on(error):
    return moved_page(error.form, error.subject, **_way_on(error)), 409


def _way_on(error) -> dict[str, str]:
    """Where to go from there: the form again while its time is now, else the file, which says what is possible."""
    from mediation.accounts.paths import page_asked_for

    if isinstance(error, refusals.StaleForm):
        return {"back_url": page_asked_for(), "back_label": _("Ouvrir la page de nouveau")}
    dispute = g.get("dispute")
    if dispute is None:
        return {}
    return {"back_url": url_for("casefile.show", reference=dispute.reference), "back_label": _("Retour au dossier")}


def moved_page(form, subject, **way_on: str) -> str:
    """The file has moved on: the person's own words, beside the others' where they differ."""
    db.session.rollback()
    mine = answered(form) if form else kept()
    theirs = []
    if form is not None and subject is not None and form.given_count() is not None:
        theirs = answered(offered_as(type(form)(formdata=None, obj=subject), form))
    return render_template("errors/409.html", kept=mine, theirs=[told for told in theirs if told not in mine], **way_on)


def _no_database(error):
    from mediation.accounts.paths import page_asked_for

    db.session.rollback()
    return render_template("errors/503.html", kept=kept(), again_url=page_asked_for()), 503, {"Retry-After": "10"}


def _disk(error: OSError):
    """A disk that is full is no fault of the program; anything else is."""
    # Where no folder takes temporary files, Python says « no such file », of no file.
    nowhere = error.errno == errno.ENOENT and error.filename is None
    if error.errno not in FULL and not nowhere:
        raise error
    return _no_storage(error)


def _no_storage(error):
    """Files cannot be kept now: what was typed is given back, and waits as a draft where there is room for it."""
    from mediation.accounts.paths import page_asked_for

    db.session.rollback()
    waits = _waits_as_draft()
    return render_template("errors/storage.html", kept=kept(), waits=waits, again_url=page_asked_for(),
                           with_file=request.mimetype == "multipart/form-data"), 503, {"Retry-After": "10"}


def _waits_as_draft() -> bool:
    """Keep what was typed for its person, on the same page; whether that could be done."""
    from mediation.accounts import kept as drafts
    from mediation.accounts.paths import opens
    from mediation.acts.gate import actor

    words = drafts.worth_keeping(typed_in()) if request.method == "POST" and opens(request.path) else []
    try:
        if words:
            drafts.keep(actor().id, request.path, words)
            drafts.remember(actor().id)
    except (refusals.NotSignedIn, OperationalError, InterfaceError):
        db.session.rollback()
        return False
    return bool(words)


def _damaged(error: FileDamaged):
    """A file is no longer the one that was kept: it is given to nobody, and said plainly."""
    current_app.logger.error("a kept file is damaged or missing: %s", error)
    return render_template("errors/damaged.html", code=str(error)[:12]), 500
