"""The pages of the follow-up: visits, releases, difficulties, closing and reopening."""

from flask import Blueprint, redirect, render_template, url_for

from mediation.acts import catalogue as acts
from mediation.acts.gate import attempt, due, needs, open_to_signed_in
from mediation.agreements.queries import find_agreement, people_ever, said_commitment
from mediation.commissions.queries import settings_of
from mediation.disputes.forms import StrikeForm
from mediation.disputes.queries import find_in
from mediation.disputes.views import back_to
from mediation.followup import forms, queries, rules, service
from mediation.followup.models import CommitmentRelease, Difficulty
from mediation.kernel import clock
from mediation.places.queries import place_near
from mediation.sessions.queries import planned_of

bp = Blueprint("followup", __name__)


@bp.app_context_processor
def _what_becomes_of_it() -> dict:
    """What the pages of every slice need to tell what becomes of a settlement."""
    return {"difficulties_of": queries.difficulties_of, "releases_of": queries.releases_of,
            "to_be_seen_again": queries.doubtful_in}


def _to(visit):
    return redirect(url_for(".show_visit", reference=visit.dispute.reference, number=visit.number))


@bp.route("/disputes/<reference>/agreements/<int:number>/visits/plan/", methods=["GET", "POST"])
@needs(acts.PLAN_VISIT)
def plan_visit(dispute, number: int):
    agreement = due(find_agreement(dispute, number))
    form = place_near(forms.PlanForm(), dispute.lead.path)
    form.planned_on.offered = settings_of(dispute.lead_id).visit_days(agreement.signed_on, clock.today())
    if form.validate_on_submit() and (visit := attempt(form, service.plan_visit, agreement)):
        return _to(visit)
    return render_template("followup/plan_visit.html", form=form, dispute=dispute, agreement=agreement)


def _note(dispute, agreement, subject, visit=None):
    commitments, doubtful = queries.to_look_at(agreement)
    form = forms.VisitForm(place=visit.place if visit else None).ask_about(commitments)
    place_near(form, dispute.lead.path)
    if form.validate_on_submit() and (made := attempt(form, service.record_visit, subject)):
        return _to(made)
    return render_template("followup/record_visit.html", form=form, dispute=dispute, agreement=agreement,
                           commitments=commitments, doubtful=doubtful, people=people_ever(dispute), visit=visit)


@bp.route("/disputes/<reference>/agreements/<int:number>/visits/new/", methods=["GET", "POST"])
@needs(acts.RECORD_VISIT)
def record_visit(dispute, number: int):
    agreement = due(find_agreement(dispute, number))
    return _note(dispute, agreement, agreement)


@bp.route("/disputes/<reference>/visits/<int:number>/record/", methods=["GET", "POST"])
@needs(acts.RECORD_VISIT)
def record_planned_visit(dispute, number: int):
    visit = due(queries.find_visit(dispute, number))
    return _note(dispute, visit.agreement, visit, visit)


@bp.route("/disputes/<reference>/visits/<int:number>/")
@open_to_signed_in
def show_visit(dispute, number: int):
    return render_template(
        "followup/show_visit.html",
        dispute=dispute,
        visit=queries.find_visit(dispute, number),
        people=people_ever(dispute),
        due=queries.still_due(dispute),
        unkept=queries.seen_unkept(dispute),
    )


@bp.route("/disputes/<reference>/visits/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_VISIT)
def strike_visit(dispute, number: int):
    visit, form = due(queries.find_visit(dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_visit, visit):
        return _to(visit)
    return render_template("followup/strike_visit.html", form=form, dispute=dispute, visit=visit)


@bp.route("/disputes/<reference>/commitments/<int:number>/release/", methods=["GET", "POST"])
@needs(acts.RELEASE_COMMITMENT)
def release_commitment(dispute, number: int):
    commitment, people = queries.find_commitment(dispute, number), people_ever(dispute)
    form = forms.ReleaseForm().offer(queries.letters(dispute))
    due(commitment)
    if form.validate_on_submit() and attempt(form, service.release_commitment, commitment):
        return _to_agreement(commitment.agreement)
    return render_template("followup/release_commitment.html", form=form, dispute=dispute, commitment=commitment,
                           people=people)


def _to_agreement(agreement):
    return redirect(url_for("agreements.show_agreement", reference=agreement.dispute.reference,
                            number=agreement.number))


@bp.route("/disputes/<reference>/releases/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_RELEASE)
def strike_release(dispute, number: int):
    release, form = due(find_in(CommitmentRelease, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_release, release):
        return back_to(dispute)
    return render_template("followup/strike_release.html", form=form, dispute=dispute, release=release)


@bp.route("/disputes/<reference>/agreements/<int:number>/difficulties/new/", methods=["GET", "POST"])
@needs(acts.REPORT_DIFFICULTY)
def report_difficulty(dispute, number: int):
    agreement, people = due(find_agreement(dispute, number)), people_ever(dispute)
    offered = [(one.number, f"{one.position} · {said_commitment(one, people)}") for one in agreement.commitments]
    form = forms.ReportForm().offer(queries.letters(dispute), offered)
    if form.validate_on_submit() and attempt(form, service.report_difficulty, agreement):
        return _to_agreement(agreement)
    return render_template("followup/report_difficulty.html", form=form, dispute=dispute, agreement=agreement)


@bp.route("/disputes/<reference>/difficulties/<int:number>/settle/", methods=["GET", "POST"])
@needs(acts.SETTLE_DIFFICULTY)
def settle_difficulty(dispute, number: int):
    difficulty, form = due(find_in(Difficulty, dispute, number)), forms.SettleForm()
    if difficulty.asked is not None:
        del form.asked, form.asked_words
    if form.validate_on_submit() and attempt(form, service.settle_difficulty, difficulty):
        return _to_agreement(difficulty.agreement)
    return render_template("followup/settle_difficulty.html", form=form, dispute=dispute, difficulty=difficulty)


@bp.route("/disputes/<reference>/difficulties/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_DIFFICULTY)
def strike_difficulty(dispute, number: int):
    difficulty, form = due(find_in(Difficulty, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_difficulty, difficulty):
        return back_to(dispute)
    return render_template("followup/strike_difficulty.html", form=form, dispute=dispute, difficulty=difficulty)


@bp.route("/disputes/<reference>/close/", methods=["GET", "POST"])
@needs(acts.CLOSE_DISPUTE)
def close_dispute(dispute):
    form = forms.CloseForm().offer(queries.endings_open(dispute))
    if form.validate_on_submit() and attempt(form, service.close_dispute, dispute):
        return back_to(dispute)
    commitments, doubtful = standing = queries.in_force(dispute)
    return render_template(
        "followup/close_dispute.html",
        form=form,
        dispute=dispute,
        commitments=commitments,
        doubtful=doubtful,
        difficulties=queries.difficulties_open(dispute),
        planned=planned_of(dispute),
        people=people_ever(dispute),
        due=rules.still_due(commitments, doubtful),
        follows=queries.ending_that_follows(dispute, standing),
    )


@bp.route("/disputes/<reference>/reopen/", methods=["GET", "POST"])
@needs(acts.REOPEN_DISPUTE)
def reopen_dispute(dispute):
    form = forms.ReopenForm()
    if form.validate_on_submit() and attempt(form, service.reopen_dispute, dispute):
        return back_to(dispute)
    return render_template("followup/reopen_dispute.html", form=form, dispute=dispute,
                           stage=queries.stage_before_closing(dispute),
                           refused=queries.why_not_reopened(dispute))
