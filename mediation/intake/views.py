"""The page that opens a dispute: the saisine, with what came with it."""

from flask import Blueprint, render_template, request

from mediation.acts import catalogue as acts
from mediation.acts.gate import actor, attempt, needs
from mediation.commissions.here import work_in
from mediation.commissions.queries import desk_of, desks_of
from mediation.disputes.views import back_to
from mediation.intake import queries, service
from mediation.intake.forms import FollowForm, IntakeForm, TranscribeForm, offered
from mediation.parties.queries import parties_of, people_near
from mediation.parties.views import hint_namesakes
from mediation.places.queries import place_near
from mediation.referrals.kinds import OPENED_FROM

bp = Blueprint("intake", __name__)


@bp.route("/disputes/new/", methods=["GET", "POST"])
@needs(acts.REGISTER_DISPUTE)
def register_dispute():
    institution = desk_of(actor(), request.values.get("at") or None)
    work_in(institution)
    form = place_near(IntakeForm(at=institution.code), institution.path)
    form.offer(people_near(institution))
    if form.validate_on_submit() and (dispute := attempt(form, service.register_whole_dispute, institution)):
        for party in parties_of(dispute):
            hint_namesakes(party)
        return back_to(dispute)
    return render_template("intake/register_dispute.html", form=form, institution=institution,
                           desks=desks_of(actor()))


@bp.route("/disputes/transcribe/", methods=["GET", "POST"])
@needs(acts.TRANSCRIBE_DISPUTE)
def transcribe_dispute():
    institution = queries.register_of(actor(), request.values.get("at") or None)
    work_in(institution)
    form = place_near(TranscribeForm(at=institution.code), institution.path)
    more = form.wants_more()
    form.offer(people_near(institution))
    if not more and form.validate_on_submit() and (dispute := attempt(form, service.transcribe_dispute, institution)):
        for party in parties_of(dispute):
            hint_namesakes(party)
        return back_to(dispute)
    return render_template("intake/transcribe_dispute.html", form=form, institution=institution,
                           desks=queries.registers_of(actor()))


@bp.route("/disputes/<reference>/follow/", methods=["GET", "POST"])
@needs(acts.LINK_DISPUTE)
def follow_dispute(dispute):
    desks = desks_of(actor())
    at = request.values.get("at") or (dispute.lead.code if dispute.lead in desks else None)
    institution = desk_of(actor(), at)
    work_in(institution)
    link = next((kind for kind in OPENED_FROM if kind == request.args.get("link")), None)
    form = FollowForm(at=institution.code, of=dispute.reference, link=link, **offered(dispute, parties_of(dispute)))
    place_near(form, institution.path).offer(people_near(institution))
    if form.validate_on_submit() and (made := attempt(form, service.follow_dispute, institution)):
        return back_to(made)
    return render_template("intake/follow_dispute.html", form=form, dispute=dispute, institution=institution,
                           desks=desks)
