"""The journal: everything that was done, in order, for good; and whether it is intact."""

from flask import Blueprint, render_template, request, url_for

from mediation.acts.gate import actor, needs_role, open_to_signed_in
from mediation.acts.vocabulary import Role
from mediation.audit import checking, queries
from mediation.audit.forms import filters_for
from mediation.audit.telling import line_of
from mediation.audit.which import told_apart

bp = Blueprint("audit", __name__)

READERS = (*queries.READERS, Role.ADMINISTRATOR)


@bp.route("/journal/")
@needs_role(*READERS)
def journal():
    return _journal()


@bp.route("/journal/verify/", methods=["POST"])
@needs_role(*READERS)
def verify_journal():
    return _journal(verified=True)


@bp.route("/disputes/<reference>/journal/")
@open_to_signed_in
def journal_of_dispute(dispute):
    return _journal_of(dispute)


@bp.route("/disputes/<reference>/journal/verify/", methods=["POST"])
@open_to_signed_in
def verify_dispute(dispute):
    return _journal_of(dispute, verified=True)


def _journal(verified: bool = False):
    form = filters_for(actor(), request.args)
    chosen = form.chosen()
    found = queries.journal(actor(), chosen, request.args.get("page"))
    given = {name: request.args[name] for name in chosen}
    return _page(found, verified, "audit.journal", "audit.verify_journal", given, form=form)


def _journal_of(dispute, verified: bool = False):
    found = queries.journal_of(dispute, request.args.get("page"))
    given = {"reference": dispute.reference}
    return _page(found, verified, "audit.journal_of_dispute", "audit.verify_dispute", given, dispute=dispute)


def _page(found, verified: bool, endpoint: str, verifier: str, given: dict, **more):
    """The table of a page of the journal, verified if asked."""
    roles = queries.roles_told(found.rows)
    apart = told_apart(found.rows)
    lines = [line_of(row, roles, apart) for row in found.rows]
    anchor = queries.last_checkpoint()
    outcome = checking.check(actor(), {row.stream for row in found.rows}) if verified else None
    pages = {name: url_for(endpoint, **given, page=key) if key else None
             for name, key in (("before", found.before), ("after", found.after))}
    here = {"page": request.args["page"]} if "page" in request.args else {}
    return render_template("audit/journal.html", lines=lines, anchor=anchor, outcome=outcome, pages=pages,
                           verify_url=url_for(verifier, **given, **here), **more)
