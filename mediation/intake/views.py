"""The page that opens a dispute: the saisine, with what came with it."""

from flask import Blueprint, render_template, request

from mediation.acts import catalogue as acts
from mediation.acts.gate import actor, attempt, needs
from mediation.commissions.queries import desk_of, desks_of
from mediation.disputes.views import back_to
from mediation.intake import service
from mediation.intake.forms import IntakeForm
from mediation.parties.queries import parties_of, people_near
from mediation.parties.views import hint_namesakes
from mediation.places.queries import place_near

bp = Blueprint("intake", __name__)


@bp.route("/disputes/new/", methods=["GET", "POST"])
@needs(acts.REGISTER_DISPUTE)
def register_dispute():
    institution = desk_of(actor(), request.values.get("at") or None)
    form = place_near(IntakeForm(at=institution.code), institution.path)
    form.offer(people_near(institution))
    if form.validate_on_submit() and (dispute := attempt(form, service.register_whole_dispute, institution)):
        for party in parties_of(dispute):
            hint_namesakes(party)
        return back_to(dispute)
    return render_template("intake/register_dispute.html", form=form, institution=institution,
                           desks=desks_of(actor()))
