"""The pages of what is contested."""

from flask import Blueprint, render_template

from mediation.acts import catalogue as acts
from mediation.acts.gate import attempt, due, needs
from mediation.disputes.forms import StrikeForm
from mediation.disputes.queries import find_in
from mediation.disputes.views import back_to
from mediation.land import forms, service
from mediation.land.models import ContestedObject
from mediation.places.queries import place_near

bp = Blueprint("land", __name__)


@bp.route("/disputes/<reference>/objects/new/", methods=["GET", "POST"])
@needs(acts.ADD_OBJECT)
def add_object(dispute):
    form = place_near(forms.ObjectForm(), dispute.lead.path)
    if form.validate_on_submit() and attempt(form, service.add_object, dispute):
        return back_to(dispute)
    return render_template("land/add_object.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/objects/<int:number>/", methods=["GET", "POST"])
@needs(acts.AMEND_OBJECT)
def amend_object(dispute, number: int):
    contested = due(find_in(ContestedObject, dispute, number))
    form = place_near(forms.ObjectForm(obj=contested, seen=dispute.act_count), dispute.lead.path)
    if form.validate_on_submit() and attempt(form, service.amend_object, contested):
        return back_to(dispute)
    return render_template("land/amend_object.html", form=form, dispute=dispute, contested=contested)


@bp.route("/disputes/<reference>/objects/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_OBJECT)
def strike_object(dispute, number: int):
    contested, form = due(find_in(ContestedObject, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_object, contested):
        return back_to(dispute)
    return render_template("land/strike_object.html", form=form, dispute=dispute, contested=contested)
