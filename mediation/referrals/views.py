"""The pages of a dispute that pauses, leaves and comes back; what was sent to my institution; links."""

from flask import Blueprint, redirect, render_template, url_for

from mediation.acts import catalogue as acts
from mediation.acts.gate import actor, attempt, due, needs, needs_role
from mediation.acts.vocabulary import Role
from mediation.commissions.here import work_in
from mediation.disputes.forms import DisputeForm, StrikeForm
from mediation.disputes.kinds import Channel
from mediation.disputes.queries import find_in
from mediation.disputes.views import back_to
from mediation.places.queries import place_near
from mediation.referrals import forms, queries, service
from mediation.referrals.kinds import OPENED_FROM
from mediation.referrals.models import DisputeLink, Orientation

bp = Blueprint("referrals", __name__)


@bp.route("/disputes/<reference>/suspend/", methods=["GET", "POST"])
@needs(acts.SUSPEND_DISPUTE)
def suspend_dispute(dispute):
    form = forms.PauseForm()
    if form.validate_on_submit() and attempt(form, service.suspend_dispute, dispute):
        return back_to(dispute)
    return render_template("referrals/suspend_dispute.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/resume/", methods=["GET", "POST"])
@needs(acts.RESUME_DISPUTE)
def resume_dispute(dispute):
    form = forms.ResumeForm()
    if form.validate_on_submit() and attempt(form, service.resume_dispute, dispute):
        return back_to(dispute)
    return render_template("referrals/resume_dispute.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/orient/", methods=["GET", "POST"])
@needs(acts.ORIENT_DISPUTE)
def orient_dispute(dispute):
    form = forms.OrientForm()
    form.party.members = queries.parties_named(dispute)
    if form.validate_on_submit() and attempt(form, service.orient_dispute, dispute):
        return back_to(dispute)
    return render_template("referrals/orient_dispute.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/orientations/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_ORIENTATION)
def strike_orientation(dispute, number: int):
    wrong, form = due(find_in(Orientation, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_orientation, wrong):
        return back_to(dispute)
    return render_template("referrals/strike_orientation.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/refer/", methods=["GET", "POST"])
@needs(acts.REFER_DISPUTE)
def refer_dispute(dispute):
    form = forms.ReferForm(title=dispute.title, kind=dispute.kind, place=dispute.place)
    place_near(form, dispute.lead.path).receiver.members = queries.receivers(dispute)
    if form.validate_on_submit() and attempt(form, service.refer_dispute, dispute):
        return back_to(dispute)
    return render_template("referrals/refer_dispute.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/referral/answer/", methods=["GET", "POST"])
@needs(acts.ANSWER_REFERRAL_DISPUTE)
def answer_referral_dispute(dispute):
    sent, form = queries.referral_of(dispute), forms.AnswerForm()
    if form.validate_on_submit() and attempt(form, service.answer_referral_dispute, sent):
        return back_to(dispute)
    theirs = queries.answers_here(sent.receiver_id) and sent.receiver_id not in actor().at_desk(Role.SECRETARY)
    return render_template("referrals/answer_referral_dispute.html", form=form, dispute=dispute, sent=sent,
                           theirs=theirs)


@bp.route("/disputes/<reference>/referral/recall/", methods=["GET", "POST"])
@needs(acts.RECALL_DISPUTE)
def recall_dispute(dispute):
    sent, form = queries.referral_of(dispute), forms.RecallForm()
    if form.validate_on_submit() and attempt(form, service.recall_dispute, sent):
        return back_to(dispute)
    return render_template("referrals/recall_dispute.html", form=form, dispute=dispute, sent=sent)


@bp.route("/disputes/<reference>/links/new/", methods=["GET", "POST"])
@needs(acts.LINK_DISPUTE)
def link_dispute(dispute):
    form = forms.LinkForm()
    if form.validate_on_submit() and attempt(form, service.link_dispute, dispute):
        return back_to(dispute)
    return render_template("referrals/link_dispute.html", form=form, dispute=dispute, kinds=OPENED_FROM)


@bp.route("/disputes/<reference>/links/<int:number>/unlink/", methods=["GET", "POST"])
@needs(acts.UNLINK_DISPUTE)
def unlink_dispute(dispute, number: int):
    link, form = due(find_in(DisputeLink, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.unlink_dispute, link):
        return back_to(dispute)
    return render_template("referrals/unlink_dispute.html", form=form, dispute=dispute, link=link)


@bp.get("/referrals/")
@needs_role(Role.SECRETARY)
def index():
    return render_template("referrals/index.html", received=queries.received_by(actor()))


@bp.route("/referrals/<code>/answer/", methods=["GET", "POST"])
@needs(acts.ANSWER_REFERRAL_DISPUTE)
def answer_received(code: str):
    received, form = queries.find_received(actor(), code, to_answer=True), forms.AnswerForm()
    if form.validate_on_submit() and attempt(form, service.answer_referral_dispute, received):
        return redirect(url_for(".index"))
    return render_template("referrals/answer_received.html", form=form, received=received)


@bp.route("/referrals/<code>/take-over/", methods=["GET", "POST"])
@needs(acts.TAKE_OVER_DISPUTE)
def take_over_dispute(code: str):
    received = queries.find_received(actor(), code)
    work_in(received.receiver)
    form = place_near(DisputeForm(
        title=received.title, kind=received.kind, place=received.place, channel=Channel.REFERRED,
        came_from=received.sender.name, their_number=received.our_number), received.receiver.path)
    if form.validate_on_submit() and (dispute := attempt(form, service.take_over_referred, received)):
        return back_to(dispute)
    return render_template("referrals/take_over_dispute.html", form=form, received=received)
