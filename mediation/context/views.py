"""The pages of what goes on around a dispute."""

from flask import Blueprint, render_template

from mediation.acts import catalogue as acts
from mediation.acts.gate import attempt, due, needs
from mediation.context import forms, service
from mediation.context.models import Measure, Proceeding, Source
from mediation.disputes.forms import StrikeForm
from mediation.disputes.queries import find_in, sides_of
from mediation.disputes.views import back_to
from mediation.places.queries import place_near

bp = Blueprint("context", __name__)


@bp.route("/disputes/<reference>/alert/", methods=["GET", "POST"])
@needs(acts.SET_ALERT)
def set_alert(dispute):
    form = forms.AlertForm()
    if form.validate_on_submit() and attempt(form, service.set_alert, dispute):
        return back_to(dispute)
    return render_template("context/set_alert.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/proceedings/new/", methods=["GET", "POST"])
@needs(acts.ADD_PROCEEDING)
def add_proceeding(dispute):
    sides = sides_of(dispute)
    form = forms.ProceedingForm().offer(sides, sides)
    if form.validate_on_submit() and attempt(form, service.add_proceeding, dispute):
        return back_to(dispute)
    return render_template("context/add_proceeding.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/proceedings/<int:number>/", methods=["GET", "POST"])
@needs(acts.AMEND_PROCEEDING)
def amend_proceeding(dispute, number: int):
    row = due(find_in(Proceeding, dispute, number))
    form = forms.ProceedingForm(obj=row, seen=dispute.act_count)
    form.offer(sides_of(dispute, row.side), sides_of(dispute, row.won_side))
    if form.validate_on_submit() and attempt(form, service.amend_proceeding, row):
        return back_to(dispute)
    return render_template("context/amend_proceeding.html", form=form, dispute=dispute, proceeding=row)


@bp.route("/disputes/<reference>/proceedings/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_PROCEEDING)
def strike_proceeding(dispute, number: int):
    wrong, form = due(find_in(Proceeding, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_proceeding, wrong):
        return back_to(dispute)
    return render_template("context/strike_proceeding.html", form=form, dispute=dispute, wrong=wrong)


@bp.route("/disputes/<reference>/measures/new/", methods=["GET", "POST"])
@needs(acts.RECORD_MEASURE)
def record_measure(dispute):
    form = place_near(forms.MeasureForm(place=dispute.place), dispute.lead.path)
    if form.validate_on_submit() and attempt(form, service.record_measure, dispute):
        return back_to(dispute)
    return render_template("context/record_measure.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/measures/<int:number>/lift/", methods=["GET", "POST"])
@needs(acts.LIFT_MEASURE)
def lift_measure(dispute, number: int):
    measure, form = due(find_in(Measure, dispute, number)), forms.LiftForm()
    if form.validate_on_submit() and attempt(form, service.lift_measure, measure):
        return back_to(dispute)
    return render_template("context/lift_measure.html", form=form, dispute=dispute, measure=measure)


@bp.route("/disputes/<reference>/measures/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_MEASURE)
def strike_measure(dispute, number: int):
    wrong, form = due(find_in(Measure, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_measure, wrong):
        return back_to(dispute)
    return render_template("context/strike_measure.html", form=form, dispute=dispute, wrong=wrong)


@bp.route("/disputes/<reference>/sources/new/", methods=["GET", "POST"])
@needs(acts.RECORD_SOURCE)
def record_source(dispute):
    form = forms.SourceForm()
    if form.validate_on_submit() and attempt(form, service.record_source, dispute):
        return back_to(dispute)
    return render_template("context/record_source.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/sources/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_SOURCE)
def strike_source(dispute, number: int):
    wrong, form = due(find_in(Source, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_source, wrong):
        return back_to(dispute)
    return render_template("context/strike_source.html", form=form, dispute=dispute, wrong=wrong)
