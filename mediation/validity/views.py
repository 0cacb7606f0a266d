"""The pages of what happens to a signed agreement, and the words with which its own page tells it."""

from flask import Blueprint, redirect, render_template, url_for

from mediation.acts import catalogue as acts
from mediation.acts.gate import actor, attempt, due, needs
from mediation.agreements.queries import binding, find_agreement
from mediation.disputes.forms import StrikeForm
from mediation.disputes.queries import find_in
from mediation.referrals.queries import receivers
from mediation.validity import forms, queries, service
from mediation.validity.kinds import VisaBy
from mediation.validity.models import AgreementEnding, ConditionNote, CopyGiven, RouteStep

bp = Blueprint("validity", __name__)


@bp.app_context_processor
def _how_it_is_told() -> dict:
    """What the page of a settlement needs to tell what became of it."""
    return {"became_of": queries.became_of, "said_step": queries.said_step, "said_ending": queries.said_ending,
            "said_copy": queries.said_copy, "said_note": queries.said_note}


def _with_papers(agreement, form_class, **given):
    """The form of a step or a copy: the papers in force offered, those of this agreement chosen."""
    papers = queries.papers_offered(agreement.dispute)
    mine = [one.number for one in papers if one.about == f"agreement:{agreement.id}"]
    return forms.with_papers(form_class(papers=mine, **given), papers)


def _to(agreement):
    """The agreement's own page, at what became of it."""
    reference = agreement.dispute.reference
    return redirect(url_for("agreements.show_agreement", reference=reference, number=agreement.number,
                            _anchor="became"))


@bp.route("/disputes/<reference>/agreements/<int:number>/endorse/", methods=["GET", "POST"])
@needs(acts.ENDORSE_AGREEMENT)
def endorse_agreement(dispute, number: int):
    agreement = due(find_agreement(dispute, number))
    form = _with_papers(agreement, forms.EndorseForm,
                        visa_by=VisaBy.CHAIR if queries.chairs(actor(), dispute) else None)
    forms.offer(form, receivers=receivers(dispute))
    if form.validate_on_submit() and attempt(form, service.endorse_agreement, agreement):
        return _to(agreement)
    return render_template("validity/endorse_agreement.html", form=form, dispute=dispute, agreement=agreement)


@bp.route("/disputes/<reference>/agreements/<int:number>/transmit/", methods=["GET", "POST"])
@needs(acts.TRANSMIT_AGREEMENT)
def transmit_agreement(dispute, number: int):
    agreement = due(find_agreement(dispute, number))
    form = forms.offer(_with_papers(agreement, forms.TransmitForm, **queries.sent_last(agreement)),
                       receivers=receivers(dispute))
    if form.validate_on_submit() and attempt(form, service.transmit_agreement, agreement):
        return _to(agreement)
    return render_template("validity/transmit_agreement.html", form=form, dispute=dispute, agreement=agreement)


@bp.route("/disputes/<reference>/agreements/<int:number>/homologate/", methods=["GET", "POST"])
@needs(acts.HOMOLOGATE_AGREEMENT)
def homologate_agreement(dispute, number: int):
    agreement = due(find_agreement(dispute, number))
    form = _with_papers(agreement, forms.HomologateForm, court=queries.became_of(agreement).court)
    if form.validate_on_submit() and attempt(form, service.homologate_agreement, agreement):
        return _to(agreement)
    return render_template("validity/homologate_agreement.html", form=form, dispute=dispute, agreement=agreement)


@bp.route("/disputes/<reference>/agreements/<int:number>/return/", methods=["GET", "POST"])
@needs(acts.RETURN_AGREEMENT)
def return_agreement(dispute, number: int):
    agreement = due(find_agreement(dispute, number))
    form = _with_papers(agreement, forms.ReturnForm, court=queries.became_of(agreement).court)
    if form.validate_on_submit() and attempt(form, service.return_agreement, agreement):
        return _to(agreement)
    return render_template("validity/return_agreement.html", form=form, dispute=dispute, agreement=agreement)


@bp.route("/disputes/<reference>/agreements/<int:number>/denounce/", methods=["GET", "POST"])
@needs(acts.DENOUNCE_AGREEMENT)
def denounce_agreement(dispute, number: int):
    agreement = due(find_agreement(dispute, number))
    form = forms.offer(forms.DenounceForm(), queries.sides_of(dispute))
    if form.validate_on_submit() and attempt(form, service.denounce_agreement, agreement):
        return _to(agreement)
    return render_template("validity/denounce_agreement.html", form=form, dispute=dispute, agreement=agreement)


@bp.route("/disputes/<reference>/agreements/<int:number>/reject/", methods=["GET", "POST"])
@needs(acts.REJECT_AGREEMENT)
def reject_agreement(dispute, number: int):
    agreement = due(find_agreement(dispute, number))
    form = forms.offer(forms.RejectForm(), queries.sides_of(dispute))
    if form.validate_on_submit() and attempt(form, service.reject_agreement, agreement):
        return _to(agreement)
    return render_template("validity/reject_agreement.html", form=form, dispute=dispute, agreement=agreement)


@bp.route("/disputes/<reference>/agreements/<int:number>/replace/", methods=["GET", "POST"])
@needs(acts.REPLACE_AGREEMENT)
def replace_agreement(dispute, number: int):
    agreement = due(find_agreement(dispute, number))
    others = [one for one in binding(dispute) if one.number != number]
    form = forms.offer(forms.ReplaceForm(), [], others)
    if form.validate_on_submit() and attempt(form, service.replace_agreement, agreement):
        return _to(agreement)
    return render_template("validity/replace_agreement.html", form=form, dispute=dispute, agreement=agreement)


@bp.route("/disputes/<reference>/agreements/<int:number>/lapse/", methods=["GET", "POST"])
@needs(acts.LAPSE_AGREEMENT)
def lapse_agreement(dispute, number: int):
    agreement, form = due(find_agreement(dispute, number)), forms.LapseForm()
    if form.validate_on_submit() and attempt(form, service.lapse_agreement, agreement):
        return _to(agreement)
    return render_template("validity/lapse_agreement.html", form=form, dispute=dispute, agreement=agreement)


@bp.route("/disputes/<reference>/agreements/<int:number>/copies/new/", methods=["GET", "POST"])
@needs(acts.GIVE_COPY)
def give_copy(dispute, number: int):
    agreement = due(find_agreement(dispute, number))
    form = forms.offer(_with_papers(agreement, forms.CopyForm), queries.sides_of(dispute),
                       receivers=receivers(dispute))
    if form.validate_on_submit() and attempt(form, service.give_copy, agreement):
        return _to(agreement)
    return render_template("validity/give_copy.html", form=form, dispute=dispute, agreement=agreement)


@bp.route("/disputes/<reference>/agreements/<int:number>/condition/", methods=["GET", "POST"])
@needs(acts.NOTE_CONDITION)
def note_condition(dispute, number: int):
    agreement, form = find_agreement(dispute, number), forms.ConditionForm()
    due(agreement, still=bool(agreement.condition_who))
    if form.validate_on_submit() and attempt(form, service.note_condition, agreement):
        return _to(agreement)
    return render_template("validity/note_condition.html", form=form, dispute=dispute, agreement=agreement)


@bp.route("/disputes/<reference>/conditions/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_CONDITION)
def strike_condition(dispute, number: int):
    wrong, form = due(find_in(ConditionNote, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_condition, wrong):
        return _to(wrong.agreement)
    return render_template("validity/strike_condition.html", form=form, dispute=dispute, wrong=wrong)


@bp.route("/disputes/<reference>/route-steps/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_STEP)
def strike_step(dispute, number: int):
    wrong, form = find_in(RouteStep, dispute, number), StrikeForm()
    due(wrong, still=queries.last_of(queries.steps_of(wrong.agreement)) is wrong)
    if form.validate_on_submit() and attempt(form, service.strike_step, wrong):
        return _to(wrong.agreement)
    return render_template("validity/strike_step.html", form=form, dispute=dispute, wrong=wrong)


@bp.route("/disputes/<reference>/endings/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_ENDING)
def strike_ending(dispute, number: int):
    wrong, form = due(find_in(AgreementEnding, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_ending, wrong):
        return _to(wrong.agreement)
    return render_template("validity/strike_ending.html", form=form, dispute=dispute, wrong=wrong)


@bp.route("/disputes/<reference>/copies/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_COPY)
def strike_copy(dispute, number: int):
    wrong, form = due(find_in(CopyGiven, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_copy, wrong):
        return _to(wrong.agreement)
    return render_template("validity/strike_copy.html", form=form, dispute=dispute, wrong=wrong)
