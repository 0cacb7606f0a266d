"""The pages of the people in a dispute."""

from flask import Blueprint, flash, render_template

from mediation.acts import catalogue as acts
from mediation.acts.gate import attempt, needs
from mediation.disputes.forms import StrikeForm
from mediation.disputes.queries import find_in
from mediation.disputes.views import back_to
from mediation.kernel.language import _
from mediation.parties import forms, queries, service
from mediation.parties.models import Party, Representative, Witness
from mediation.places.queries import place_near

bp = Blueprint("parties", __name__)


def _offered(form, dispute, row=None):
    """The form with the people, sides and villages of this dispute."""
    people = queries.people_near(dispute.lead, row.account_id if row else None)
    sides = queries.sides_of(dispute) if "side" in form else None
    return place_near(forms.offer(form, people, sides), dispute.lead.path)


def hint_namesakes(party) -> None:
    """Say where else a party of this name is; the person decides whether it is the same one."""
    for reference in queries.namesakes_of(party):
        flash(_("Le nom %(name)s est aussi dans le dossier %(reference)s.",
                name=party.name, reference=reference))


def _warn_of_account(witness) -> None:
    """A witness with an account is no party: warned about, not barred."""
    if witness.account_id is not None:
        flash(_("%(alias)s a un compte ici et peut continuer de voir le dossier.", alias=witness.alias))


@bp.route("/disputes/<reference>/parties/new/", methods=["GET", "POST"])
@needs(acts.ADD_PARTY)
def add_party(dispute):
    form = _offered(forms.PartyForm(), dispute)
    if form.validate_on_submit() and (party := attempt(form, service.add_party, dispute)):
        hint_namesakes(party)
        return back_to(dispute)
    return render_template("parties/add_party.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/parties/<int:number>/", methods=["GET", "POST"])
@needs(acts.AMEND_PARTY)
def amend_party(dispute, number: int):
    party = find_in(Party, dispute, number)
    form = _offered(forms.PartyForm(obj=party, seen=dispute.act_count), dispute, party)
    if form.validate_on_submit() and attempt(form, service.amend_party, party):
        return back_to(dispute)
    return render_template("parties/amend_party.html", form=form, dispute=dispute, party=party)


@bp.route("/disputes/<reference>/parties/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_PARTY)
def strike_party(dispute, number: int):
    party, form = find_in(Party, dispute, number), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_party, party):
        return back_to(dispute)
    return render_template("parties/strike_party.html", form=form, dispute=dispute, party=party)


@bp.route("/disputes/<reference>/parties/<int:number>/representative/", methods=["GET", "POST"])
@needs(acts.APPOINT_REPRESENTATIVE)
def appoint_representative(dispute, number: int):
    party = find_in(Party, dispute, number)
    form = _offered(forms.RepresentativeForm(), dispute)
    if form.validate_on_submit() and attempt(form, service.appoint_representative, party):
        return back_to(dispute)
    return render_template("parties/appoint_representative.html", form=form, dispute=dispute, party=party)


@bp.route("/disputes/<reference>/representatives/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_REPRESENTATIVE)
def strike_representative(dispute, number: int):
    speaker, form = find_in(Representative, dispute, number), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_representative, speaker):
        return back_to(dispute)
    return render_template("parties/strike_representative.html", form=form, dispute=dispute, speaker=speaker)


@bp.route("/disputes/<reference>/witnesses/new/", methods=["GET", "POST"])
@needs(acts.ADD_WITNESS)
def add_witness(dispute):
    form = _offered(forms.WitnessForm(), dispute)
    if form.validate_on_submit() and (witness := attempt(form, service.add_witness, dispute)):
        _warn_of_account(witness)
        return back_to(dispute)
    return render_template("parties/add_witness.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/witnesses/<int:number>/", methods=["GET", "POST"])
@needs(acts.AMEND_WITNESS)
def amend_witness(dispute, number: int):
    witness = find_in(Witness, dispute, number)
    form = _offered(forms.WitnessForm(obj=witness, seen=dispute.act_count), dispute, witness)
    if form.validate_on_submit() and attempt(form, service.amend_witness, witness):
        _warn_of_account(witness)
        return back_to(dispute)
    return render_template("parties/amend_witness.html", form=form, dispute=dispute, witness=witness)


@bp.route("/disputes/<reference>/witnesses/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_WITNESS)
def strike_witness(dispute, number: int):
    witness, form = find_in(Witness, dispute, number), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_witness, witness):
        return back_to(dispute)
    return render_template("parties/strike_witness.html", form=form, dispute=dispute, witness=witness)
