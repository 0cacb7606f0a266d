"""The pages of the dispute itself."""

from flask import Blueprint, redirect, render_template, url_for

from mediation.acts import catalogue as acts
from mediation.acts.gate import actor, attempt, due, needs
from mediation.disputes import forms, queries, service
from mediation.disputes.models import Attempt, Harm
from mediation.places.queries import place_near

bp = Blueprint("disputes", __name__)


def back_to(dispute):
    """The page of the dispute, where every act ends; the first page for whoever stood in and sees it no more."""
    if actor().sight.stands and not queries.still_seen(actor(), dispute):
        return redirect(url_for("casefile.home"))
    return redirect(url_for("casefile.show", reference=dispute.reference))


@bp.route("/disputes/<reference>/amend/", methods=["GET", "POST"])
@needs(acts.AMEND_DISPUTE)
def amend_dispute(dispute):
    form = place_near(forms.DisputeForm(obj=dispute, seen=dispute.act_count), dispute.lead.path)
    if form.validate_on_submit() and attempt(form, service.amend_dispute, dispute):
        return back_to(dispute)
    return render_template("disputes/amend_dispute.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/accept/", methods=["GET", "POST"])
@needs(acts.ACCEPT_DISPUTE)
def accept_dispute(dispute):
    form = forms.AcceptForm()
    if form.validate_on_submit() and attempt(form, service.accept_dispute, dispute):
        return back_to(dispute)
    return render_template("disputes/accept_dispute.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/decline/", methods=["GET", "POST"])
@needs(acts.DECLINE_DISPUTE)
def decline_dispute(dispute):
    form = forms.DeclineForm()
    if form.validate_on_submit() and attempt(form, service.decline_dispute, dispute):
        return back_to(dispute)
    return render_template("disputes/decline_dispute.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/withdraw/", methods=["GET", "POST"])
@needs(acts.WITHDRAW_DISPUTE)
def withdraw_dispute(dispute):
    form = forms.WithdrawForm()
    if form.validate_on_submit() and attempt(form, service.withdraw_dispute, dispute):
        return back_to(dispute)
    return render_template("disputes/withdraw_dispute.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/attempts/new/", methods=["GET", "POST"])
@needs(acts.ADD_ATTEMPT)
def add_attempt(dispute):
    form = place_near(forms.AttemptForm(), dispute.lead.path)
    form.offer(queries.sides_of(dispute), queries.contestable(dispute))
    if form.validate_on_submit() and attempt(form, service.add_attempt, dispute):
        return back_to(dispute)
    return render_template("disputes/add_attempt.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/attempts/<int:number>/", methods=["GET", "POST"])
@needs(acts.AMEND_ATTEMPT)
def amend_attempt(dispute, number: int):
    tried = due(queries.find_in(Attempt, dispute, number))
    form = place_near(forms.AttemptForm(obj=tried, seen=dispute.act_count), dispute.lead.path)
    form.offer(queries.sides_of(dispute, tried.side), queries.contestable(dispute, tried))
    if form.validate_on_submit() and attempt(form, service.amend_attempt, tried):
        return back_to(dispute)
    return render_template("disputes/amend_attempt.html", form=form, dispute=dispute, attempt=tried)


@bp.route("/disputes/<reference>/attempts/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_ATTEMPT)
def strike_attempt(dispute, number: int):
    tried, form = due(queries.find_in(Attempt, dispute, number)), forms.StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_attempt, tried):
        return back_to(dispute)
    return render_template("disputes/strike_attempt.html", form=form, dispute=dispute, wrong=tried)


@bp.route("/disputes/<reference>/harms/new/", methods=["GET", "POST"])
@needs(acts.RECORD_HARM)
def record_harm(dispute):
    form = forms.HarmForm()
    if form.validate_on_submit() and attempt(form, service.record_harm, dispute):
        return back_to(dispute)
    return render_template("disputes/record_harm.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/harms/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_HARM)
def strike_harm(dispute, number: int):
    harm, form = due(queries.find_in(Harm, dispute, number)), forms.StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_harm, harm):
        return back_to(dispute)
    return render_template("disputes/strike_harm.html", form=form, dispute=dispute, wrong=harm)
