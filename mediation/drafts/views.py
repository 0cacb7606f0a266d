"""Drafts: what is being written, kept on the server; the bin of what was thrown away."""

import re
import uuid

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException

from mediation.accounts import kept, paths
from mediation.acts import ledger
from mediation.acts.act import Act
from mediation.acts.gate import actor, open_to_signed_in
from mediation.kernel.language import _

bp = Blueprint("drafts", __name__)

NUMBER = re.compile(r"/disputes/([^/]+)/")


@bp.route("/drafts/")
@open_to_signed_in
def list_drafts():
    forms = kept.kept_of(actor().id)
    return render_template("drafts/list_drafts.html", names=_named, drafts=[one for one in forms if not one.thrown_at],
                           thrown=[one for one in forms if one.thrown_at])


@bp.route("/drafts/keep/", methods=["POST"])
@open_to_signed_in
def keep_draft():
    page, typed = paths.safe_path(request.args.get("page")), kept.worth_keeping(request.form)
    # What comes after the form itself was taken is no draft any more.
    if typed and not _was_taken(request.form.get("key", "")):
        kept.keep(actor().id, page, typed)
        kept.remember(actor().id)
    if request.accept_mimetypes.best == "application/json":
        return "", 204
    flash(_("Votre texte est gardé. Vous le retrouverez sur la même page."), "success")
    return redirect(_file_of(page))


def _was_taken(key: str) -> bool:
    """Whether the form of this key was taken; what is no key was given to no form."""
    try:
        return ledger.found(str(uuid.UUID(key))) is not None
    except ValueError:
        return False


@bp.route("/drafts/throw/", methods=["POST"])
@open_to_signed_in
def throw_draft():
    page = paths.safe_path(request.form.get("page"))
    kept.throw(actor().id, page)
    return redirect(page if request.form.get("back") == "page" else url_for(".list_drafts"))


@bp.route("/drafts/<int:number>/take-back/", methods=["POST"])
@open_to_signed_in
def take_back_draft(number: int):
    return redirect(kept.take_back(actor().id, number) or url_for(".list_drafts"))


def _named(page: str) -> str:
    """What a page is for: the task, and the number of its dispute."""
    number = NUMBER.match(page)
    return " · ".join(filter(None, (number and number[1], _task(page))))


def _task(page: str) -> str:
    try:
        endpoint = current_app.create_url_adapter(request).match(page, method="GET")[0]
    except HTTPException:
        return page
    need = current_app.view_functions[endpoint].needs
    return str(need[0].button) if isinstance(need, tuple) and isinstance(need[0], Act) else page


def _file_of(page: str) -> str:
    """The file that a page belongs to, or the home."""
    number = NUMBER.match(page)
    return url_for("casefile.show", reference=number[1]) if number else "/"
