"""The pages of a settlement: its text, the reading, the signatures."""

from flask import Blueprint, redirect, render_template, request, url_for

from mediation.acts import catalogue as acts
from mediation.acts.gate import attempt, due, needs, open_to_signed_in
from mediation.acts.vocabulary import Stage
from mediation.agreements import forms, queries, rules, service
from mediation.disputes.views import back_to
from mediation.places.queries import place_near
from mediation.sessions.queries import agreed_at
from mediation.sessions.usual import fewer_sessions

bp = Blueprint("agreements", __name__)


@bp.app_context_processor
def _how_it_is_told() -> dict:
    """What the pages of every slice need to tell a commitment."""
    return {"said_commitment": queries.said_commitment, "standing_of": queries.standing_of,
            "sign_of": queries.sign_of, "letters_of": queries.letters_of, "said_term": queries.said_term,
            "said_condition": queries.said_condition, "said_people": queries.said_people}


# What a second button leads to at once, from one form to the next: the reading, then the paper to sign.
READING, PAPER = "agreements.read_aloud_agreement", "papers.issue_paper"


def _to(dispute, number: int, then: str = "", **more):
    """The page of an agreement, or the next one when its button was pressed."""
    endpoint = then if then and "then" in request.form else ".show_agreement"
    more = more if endpoint == then else {}
    return redirect(url_for(endpoint, reference=dispute.reference, number=number, **more))


def _paper_of(agreement) -> str:
    """The kind of paper that this text will be signed on."""
    return "rectifying" if agreement.rectifies else "conciliation"


def _about(dispute, number: int):
    """The agreement, if it is time for the act of this page."""
    agreement = queries.find_agreement(dispute, number)
    return due(agreement, still=queries.may_still_be_agreed(dispute, agreement))


def _ready(form, dispute, people) -> bool:
    """Offer the sides, sessions, settlements and villages of this dispute; whether the form is sent to be kept."""
    more = form.wants_more()
    forms.offer(form, people, queries.sessions_held(dispute), queries.binding(dispute))
    place_near(form, dispute.lead.path)
    return not more and form.validate_on_submit()


def _corrected(dispute):
    """The text that a new settlement begins with: the one it rectifies, if it is to rectify one."""
    there = {str(one.number): one.number for one in queries.binding(dispute)}
    due(dispute, still=bool(there) or queries.may_be_agreed(dispute))
    if request.method == "POST":
        return None
    number = there.get(request.args.get("earlier", ""))
    return queries.text_to_correct(queries.find_agreement(dispute, number)) if number else None


@bp.route("/disputes/<reference>/agreements/new/", methods=["GET", "POST"])
@needs(acts.RECORD_AGREEMENT)
def record_agreement(dispute):
    form = forms.AgreementTextForm(obj=_corrected(dispute), found_at=agreed_at(dispute))
    people = queries.people_of(dispute)
    if _ready(form, dispute, people) and (agreement := attempt(form, service.record_agreement, dispute)):
        return _to(dispute, agreement.number, READING)
    return render_template("agreements/record_agreement.html", form=form, dispute=dispute, people=people,
                           fewer=fewer_sessions(dispute))


@bp.route("/disputes/<reference>/agreements/oral/", methods=["GET", "POST"])
@needs(acts.RECORD_AGREEMENT)
def record_oral_agreement(dispute):
    due(dispute, still=dispute.stage is not Stage.CLOSED or queries.told_by_a_register(dispute))
    people = queries.people_of(dispute)
    lines = rules.lines_of(people, ())
    form = forms.OralForm(found_at=agreed_at(dispute)).propose(lines)
    if _ready(form, dispute, people) and (agreement := attempt(form, service.record_oral_agreement, dispute)):
        return _to(dispute, agreement.number)
    return render_template("agreements/record_oral_agreement.html", form=form, dispute=dispute, people=people,
                           lines=lines, missing=rules.missing_to_sign(people, read=True))


@bp.route("/disputes/<reference>/agreements/<int:number>/")
@open_to_signed_in
def show_agreement(dispute, number: int):
    agreement = queries.find_agreement(dispute, number)
    people = queries.people_under(agreement)
    return render_template(
        "agreements/show_agreement.html", dispute=dispute, agreement=agreement, people=people,
        open_now=queries.may_still_be_agreed(dispute, agreement),
        lines=rules.lines_of(people, agreement.guarantors),
        missing=rules.missing_to_sign(people, agreement.reading is not None, queries.bound_by(agreement, people)),
        no_woman=queries.no_woman_was_there(agreement))


@bp.route("/disputes/<reference>/agreements/<int:number>/amend/", methods=["GET", "POST"])
@needs(acts.AMEND_AGREEMENT)
def amend_agreement(dispute, number: int):
    agreement, people = _about(dispute, number), queries.people_of(dispute)
    form = forms.AgreementTextForm(obj=agreement, seen=dispute.act_count)
    if _ready(form, dispute, people) and attempt(form, service.amend_agreement, agreement):
        return _to(dispute, number)
    return render_template("agreements/amend_agreement.html", form=form, dispute=dispute, agreement=agreement,
                           people=people)


@bp.route("/disputes/<reference>/agreements/<int:number>/abandon/", methods=["GET", "POST"])
@needs(acts.ABANDON_AGREEMENT)
def abandon_agreement(dispute, number: int):
    agreement, form = _about(dispute, number), forms.AbandonForm()
    if form.validate_on_submit() and attempt(form, service.abandon_agreement, agreement):
        return back_to(dispute)
    return render_template(
        "agreements/abandon_agreement.html", form=form, dispute=dispute, agreement=agreement
    )


@bp.route("/disputes/<reference>/agreements/<int:number>/read-aloud/", methods=["GET", "POST"])
@needs(acts.READ_ALOUD_AGREEMENT)
def read_aloud_agreement(dispute, number: int):
    agreement, people = _about(dispute, number), queries.people_of(dispute)
    form, paper = forms.offer(forms.ReadAloudForm(seen=dispute.act_count), people), _paper_of(agreement)
    if form.validate_on_submit() and attempt(form, service.read_aloud_agreement, agreement):
        return _to(dispute, number, PAPER, kind=paper)
    return render_template(
        "agreements/read_aloud_agreement.html", form=form, dispute=dispute, agreement=agreement, people=people
    )


@bp.route("/disputes/<reference>/agreements/<int:number>/sign/", methods=["GET", "POST"])
@needs(acts.SIGN_AGREEMENT)
def sign_agreement(dispute, number: int):
    agreement, people = _about(dispute, number), queries.people_of(dispute)
    lines = rules.lines_of(people, agreement.guarantors)
    form = forms.SignForm(seen=dispute.act_count).propose(lines, agreement.reading)
    if form.validate_on_submit() and attempt(form, service.sign_agreement, agreement):
        return _to(dispute, number)
    return render_template(
        "agreements/sign_agreement.html",
        form=form,
        dispute=dispute,
        agreement=agreement,
        people=people,
        lines=lines,
        missing=rules.missing_to_sign(people, agreement.reading is not None, queries.bound_by(agreement, people)),
        no_woman=queries.no_woman_was_there(agreement),
    )
