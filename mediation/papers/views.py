"""The pages of papers: those of a dispute, issuing one, its file, annulling it; blank ones; checking one."""

from flask import Blueprint, redirect, render_template, request, url_for

from mediation.accounts import throttle
from mediation.acts import catalogue as acts
from mediation.acts.gate import (
    actor,
    attempt,
    endpoint_of,
    needs,
    needs_role,
    open_to,
    open_to_all,
    open_to_signed_in,
)
from mediation.acts.refusals import NotFound, NotPermitted
from mediation.acts.vocabulary import Role
from mediation.commissions.queries import desk_of
from mediation.kernel import clock, files
from mediation.kernel.language import _
from mediation.papers import checking, forms, issuing, printing, queries, service
from mediation.papers.composing import Must
from mediation.papers.kinds import PaperKind
from mediation.papers.purposes import PURPOSES
from mediation.papers.rules import ReserveFacts
from mediation.papers.sent import papers_in
from mediation.papers.serving import pdf

bp = Blueprint("papers", __name__)

LARGEST = 4 << 20
DESKS = (Role.MEDIATOR, Role.SECRETARY)


@bp.app_context_processor
def _what_may_be_issued() -> dict:
    """What the pages of other slices need to offer the papers of a row, or of many rows."""
    return {"papers_about": lambda row: queries.about(row, actor()),
            "papers_in_force": lambda dispute: queries.in_force(dispute, actor()), "papers_with": papers_in,
            "purposes": PURPOSES}


def _kind(slug: str) -> PaperKind:
    if queries.KINDS.get(slug) not in queries.COMPOSERS:
        raise NotFound(slug)
    return queries.KINDS[slug]


@bp.route("/disputes/<reference>/papers/")
@open_to_signed_in
def list_papers(dispute):
    return render_template("papers/list_papers.html", dispute=dispute, papers=queries.papers_of(dispute),
                           possible=queries.possible_in(dispute, actor()), title_of=queries.title_of)


@bp.route("/disputes/<reference>/papers/new/<kind>/<int:number>/", methods=["GET", "POST"])
@needs(acts.ISSUE_PAPER)
def issue_paper(dispute, kind: str, number: int):
    kind = _kind(kind)
    composer = queries.composer_of(kind)
    if not queries.may_issue(actor(), kind, dispute):
        raise NotPermitted(acts.ISSUE_PAPER, dispute)
    row, form = composer.find(dispute, number), forms.IssueForm()
    form.facts = lambda: ReserveFacts(kind, number)
    if form.validate_on_submit() and (paper := attempt(form, issuing.issue, dispute)):
        return _to(paper)
    return render_template("papers/issue_paper.html", dispute=dispute, form=form, kind=kind, row=row,
                           musts=composer.musts(row), mended_at=_mended_at, current=queries.current(dispute, kind, row),
                           content=queries.composed(kind, dispute, row))


def _mended_at(dispute, must: Must) -> str | None:
    """The page on which this reader can bring what a paper lacks; None when it is not theirs to bring."""
    subject = must.subject or dispute
    if must.done or must.act is None or not open_to(must.act.name, subject):
        return None
    numbered = {} if subject is dispute else {"number": subject.number}
    return url_for(endpoint_of(must.act.name), reference=dispute.reference, **numbered)


@bp.route("/disputes/<reference>/papers/<int:number>/")
@open_to_signed_in
def show_paper(dispute, number: int):
    paper = queries.find_paper(dispute, number)
    moved, mine = queries.has_moved(paper), queries.may_issue(actor(), paper.kind, dispute)
    again = moved and mine and url_for(
        ".issue_paper", reference=dispute.reference, kind=paper.kind.slug, number=queries.number_of(paper))
    return render_template("papers/show_paper.html", dispute=dispute, paper=paper, title=queries.title_of(paper),
                           moved=moved, again=again, mine=mine, code=issuing.code_of(paper))


@bp.route("/disputes/<reference>/papers/<int:number>/file/")
@open_to_signed_in
def download_paper(dispute, number: int):
    paper = queries.find_paper(dispute, number)
    if paper.fingerprint is None:
        raise NotFound(f"file of paper {number}")
    return pdf(files.read(paper.fingerprint), paper.reference)


@bp.route("/disputes/<reference>/papers/<int:number>/annul/", methods=["GET", "POST"])
@needs(acts.ANNUL_PAPER)
def annul_paper(dispute, number: int):
    paper, form = queries.find_paper(dispute, number), forms.AnnulForm()
    if not queries.may_issue(actor(), paper.kind, dispute):
        raise NotPermitted(acts.ANNUL_PAPER, paper)
    if form.validate_on_submit() and attempt(form, service.annul_paper, paper):
        return _to(paper)
    return render_template("papers/annul_paper.html", dispute=dispute, form=form, paper=paper,
                           title=queries.title_of(paper))


@bp.route("/papers/blank/")
@needs_role(*DESKS)
def list_blank_papers():
    return render_template("papers/list_blank_papers.html", kinds=queries.blank_kinds())


@bp.route("/papers/blank/<kind>/")
@needs_role(*DESKS)
def download_blank_paper(kind: str):
    kind = _kind(kind)
    if kind not in queries.blank_kinds():
        raise NotFound(kind)
    content = queries.blank(kind, desk_of(actor()))
    made = printing.draw(kind, content.as_json(), issuing.NO_STAMP, clock.now())
    return pdf(made, _("vierge-%(kind)s", kind=kind.slug))


@bp.url_value_preprocessor
def _take_files(endpoint: str, values: dict) -> None:
    """Here a form may be as long as a paper; before anything of it is read."""
    if endpoint in ("papers.check", "papers.check_paper"):
        request.max_content_length = LARGEST


@bp.route("/check/", methods=["GET", "POST"])
@open_to_all
def check():
    form = forms.CheckForm()
    if request.files.get("file"):
        return _checked(None)
    if form.validate_on_submit():
        return redirect(url_for(".check_paper", code=checking.plain(form.code.data) or "0"))
    return render_template("papers/check.html", form=form)


@bp.route("/check/<code>/", methods=["GET", "POST"])
@open_to_all
def check_paper(code: str):
    return _checked(code)


def _checked(code: str | None):
    """The page of what is asked by a code, by a file, or by both; what is found never counts as a guess."""
    asker = f"check {request.remote_addr}"
    if throttle.guesses_too_often(asker):
        return render_template("errors/429.html"), 429
    given = request.files.get("file")
    fingerprint = checking.fingerprint_of(given.read()) if given else None
    found = checking.with_fingerprint(fingerprint) if code is None else checking.with_code(code)
    if found is None:
        throttle.count_guess(asker)
    same = found.is_same(fingerprint) if found and fingerprint else None
    return render_template("papers/check_paper.html", found=found, same=same, code=code), 200 if found else 404


def _to(paper):
    return redirect(url_for(".show_paper", reference=paper.dispute.reference, number=paper.number))
