"""The pages of the follow-up: visits to come, visits made, closing."""

from flask import Blueprint, redirect, render_template, request, url_for

from mediation.acts import catalogue as acts
from mediation.acts.gate import attempt, needs, open_to_signed_in
from mediation.acts.workflow import require_stage
from mediation.agreements.queries import find_agreement, people_of
from mediation.disputes.forms import StrikeForm
from mediation.disputes.views import back_to
from mediation.followup import forms, queries, rules, service
from mediation.places.queries import place_near

bp = Blueprint("followup", __name__)


def _to(visit):
    return redirect(url_for(".show_visit", reference=visit.dispute.reference, number=visit.number))


def _now(act, subject):
    """What an act is about, if it is time for it; a form already sent is judged at the door."""
    if request.method != "POST":
        require_stage(act, subject)
    return subject


@bp.route("/disputes/<reference>/agreements/<int:number>/visits/plan/", methods=["GET", "POST"])
@needs(acts.PLAN_VISIT)
def plan_visit(dispute, number: int):
    agreement = _now(acts.PLAN_VISIT, find_agreement(dispute, number))
    form = place_near(forms.PlanForm(), dispute.lead.path)
    if form.validate_on_submit() and (visit := attempt(form, service.plan_visit, agreement)):
        return _to(visit)
    return render_template("followup/plan_visit.html", form=form, dispute=dispute, agreement=agreement)


def _note(dispute, agreement, subject, visit=None):
    form = forms.VisitForm(place=visit.place if visit else None).ask_about(agreement.commitments)
    place_near(form, dispute.lead.path)
    if form.validate_on_submit() and (made := attempt(form, service.record_visit, subject)):
        return _to(made)
    return render_template("followup/record_visit.html", form=form, dispute=dispute, agreement=agreement,
                           people=people_of(dispute), visit=visit)


@bp.route("/disputes/<reference>/agreements/<int:number>/visits/new/", methods=["GET", "POST"])
@needs(acts.RECORD_VISIT)
def record_visit(dispute, number: int):
    agreement = _now(acts.RECORD_VISIT, find_agreement(dispute, number))
    return _note(dispute, agreement, agreement)


@bp.route("/disputes/<reference>/visits/<int:number>/record/", methods=["GET", "POST"])
@needs(acts.RECORD_VISIT)
def record_planned_visit(dispute, number: int):
    visit = _now(acts.RECORD_VISIT, queries.find_visit(dispute, number))
    return _note(dispute, visit.agreement, visit, visit)


@bp.route("/disputes/<reference>/visits/<int:number>/")
@open_to_signed_in
def show_visit(dispute, number: int):
    return render_template(
        "followup/show_visit.html",
        dispute=dispute,
        visit=queries.find_visit(dispute, number),
        people=people_of(dispute),
    )


@bp.route("/disputes/<reference>/visits/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_VISIT)
def strike_visit(dispute, number: int):
    visit, form = queries.find_visit(dispute, number), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_visit, visit):
        return _to(visit)
    return render_template("followup/strike_visit.html", form=form, dispute=dispute, visit=visit)


@bp.route("/disputes/<reference>/close/", methods=["GET", "POST"])
@needs(acts.CLOSE_DISPUTE)
def close_dispute(dispute):
    commitments = queries.commitments_signed(dispute)
    form = forms.CloseForm().offer(rules.endings_open(dispute.stage, queries.outcome_of(dispute)))
    if form.validate_on_submit() and attempt(form, service.close_dispute, dispute):
        return back_to(dispute)
    return render_template(
        "followup/close_dispute.html",
        form=form,
        dispute=dispute,
        commitments=commitments,
        people=people_of(dispute),
        due=rules.still_due(commitments),
        follows=rules.ending_that_follows(commitments),
    )
