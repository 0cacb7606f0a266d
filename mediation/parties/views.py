"""The pages of the people in a dispute."""

from flask import Blueprint, flash, redirect, render_template, request, url_for

from mediation.acts import catalogue as acts
from mediation.acts.gate import attempt, due, needs
from mediation.disputes.forms import StrikeForm
from mediation.disputes.queries import find_in
from mediation.disputes.views import back_to
from mediation.kernel.language import _
from mediation.parties import forms, queries, rules, service
from mediation.parties.kinds import MandateAfter, PartyKind
from mediation.parties.models import Consent, Departure, Intermediary, Party, Representative, Witness
from mediation.places.queries import place_near

bp = Blueprint("parties", __name__)


def _offered(form, dispute, row=None):
    """The form with the people, sides and villages of this dispute."""
    people = queries.people_near(dispute.lead, row.account_id if row else None)
    sides = queries.sides_of(dispute) if "side" in form else None
    return place_near(forms.offer(form, people, sides), dispute.lead.path)


def _like_the_last() -> dict:
    """The side and the kind of the party just written, when several are written in a row."""
    side, kind = request.args.get("side", type=int), request.args.get("kind")
    given = {"side": side} if side in rules.SIDES else {}
    return given | ({"kind": PartyKind(kind)} if kind in list(PartyKind) else {})


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
    form = _offered(forms.PartyForm(**_like_the_last()), dispute)
    if form.validate_on_submit() and (party := attempt(form, service.add_party, dispute)):
        hint_namesakes(party)
        if "another" not in request.form:
            return back_to(dispute)
        return redirect(url_for(
            "parties.add_party", reference=dispute.reference, side=party.side, kind=party.kind.value))
    return render_template("parties/add_party.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/parties/<int:number>/", methods=["GET", "POST"])
@needs(acts.AMEND_PARTY)
def amend_party(dispute, number: int):
    party = due(find_in(Party, dispute, number))
    form = _offered(forms.PartyForm(obj=party, seen=dispute.act_count), dispute, party)
    if form.validate_on_submit() and attempt(form, service.amend_party, party):
        return back_to(dispute)
    return render_template("parties/amend_party.html", form=form, dispute=dispute, party=party)


@bp.route("/disputes/<reference>/parties/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_PARTY)
def strike_party(dispute, number: int):
    party, form = due(find_in(Party, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_party, party):
        return back_to(dispute)
    return render_template("parties/strike_party.html", form=form, dispute=dispute, party=party)


@bp.route("/disputes/<reference>/parties/<int:number>/leave/", methods=["GET", "POST"])
@needs(acts.LEAVE_PARTY)
def leave_party(dispute, number: int):
    party, form = due(find_in(Party, dispute, number)), forms.LeaveForm()
    if form.validate_on_submit() and attempt(form, service.leave_party, party):
        return back_to(dispute)
    return render_template("parties/leave_party.html", form=form, dispute=dispute, party=party)


@bp.route("/disputes/<reference>/parties/<int:number>/succeed/", methods=["GET", "POST"])
@needs(acts.SUCCEED_PARTY)
def succeed_party(dispute, number: int):
    party = due(find_in(Party, dispute, number))
    form = _offered(forms.SuccessionForm(), dispute)
    form.offer_parties(party, queries.here(queries.parties_of(dispute)))
    if form.validate_on_submit() and (done := attempt(form, service.record_succession, party)):
        hint_namesakes(getattr(done, "successor", done))
        return back_to(dispute)
    return render_template("parties/succeed_party.html", form=form, dispute=dispute, party=party)


@bp.route("/disputes/<reference>/departures/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_DEPARTURE)
def strike_departure(dispute, number: int):
    left, form = due(find_in(Departure, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_departure, left):
        return back_to(dispute)
    return render_template("parties/strike_departure.html", form=form, dispute=dispute, left=left)


@bp.route("/disputes/<reference>/parties/<int:number>/representative/", methods=["GET", "POST"])
@needs(acts.APPOINT_REPRESENTATIVE)
def appoint_representative(dispute, number: int):
    party = due(find_in(Party, dispute, number))
    form = _offered(forms.RepresentativeForm(), dispute)
    if form.validate_on_submit() and attempt(form, service.appoint_representative, party):
        return back_to(dispute)
    return render_template("parties/appoint_representative.html", form=form, dispute=dispute, party=party)


@bp.route("/disputes/<reference>/representatives/<int:number>/end/", methods=["GET", "POST"])
@needs(acts.END_REPRESENTATIVE)
def end_representative(dispute, number: int):
    speaker = due(find_in(Representative, dispute, number))
    form = forms.EndForm()
    if form.validate_on_submit() and (ended := attempt(form, service.end_representative, speaker)):
        if ended.mandate_after is MandateAfter.GOES_ON and ended.party.was_here():
            return redirect(url_for("parties.appoint_representative", reference=dispute.reference,
                                    number=ended.party.number))
        return back_to(dispute)
    return render_template("parties/end_representative.html", form=form, dispute=dispute, speaker=speaker)


@bp.route("/disputes/<reference>/representatives/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_REPRESENTATIVE)
def strike_representative(dispute, number: int):
    speaker, form = due(find_in(Representative, dispute, number)), StrikeForm()
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
    witness = due(find_in(Witness, dispute, number))
    form = _offered(forms.WitnessForm(obj=witness, seen=dispute.act_count), dispute, witness)
    if form.validate_on_submit() and attempt(form, service.amend_witness, witness):
        _warn_of_account(witness)
        return back_to(dispute)
    return render_template("parties/amend_witness.html", form=form, dispute=dispute, witness=witness)


@bp.route("/disputes/<reference>/witnesses/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_WITNESS)
def strike_witness(dispute, number: int):
    witness, form = due(find_in(Witness, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_witness, witness):
        return back_to(dispute)
    return render_template("parties/strike_witness.html", form=form, dispute=dispute, witness=witness)


@bp.route("/disputes/<reference>/intermediaries/new/", methods=["GET", "POST"])
@needs(acts.ADD_INTERMEDIARY)
def add_intermediary(dispute):
    form = _helpers_offered(_offered(forms.IntermediaryForm(), dispute), dispute)
    if form.validate_on_submit() and attempt(form, service.add_intermediary, dispute):
        return back_to(dispute)
    return render_template("parties/add_intermediary.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/intermediaries/<int:number>/", methods=["GET", "POST"])
@needs(acts.AMEND_INTERMEDIARY)
def amend_intermediary(dispute, number: int):
    helper = due(find_in(Intermediary, dispute, number))
    form = _offered(forms.IntermediaryForm(obj=helper, seen=dispute.act_count), dispute)
    if _helpers_offered(form, dispute, helper).validate_on_submit() and attempt(
            form, service.amend_intermediary, helper):
        return back_to(dispute)
    return render_template("parties/amend_intermediary.html", form=form, dispute=dispute, helper=helper)


def _helpers_offered(form, dispute, but=None):
    """The form with those who may have taken over."""
    form.replaced_by.members = [(one.number, one.called) for one in queries.intermediaries_of(dispute)
                                if one is not but]
    return form


@bp.route("/disputes/<reference>/intermediaries/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_INTERMEDIARY)
def strike_intermediary(dispute, number: int):
    helper, form = due(find_in(Intermediary, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_intermediary, helper):
        return back_to(dispute)
    return render_template("parties/strike_intermediary.html", form=form, dispute=dispute, helper=helper)


@bp.route("/disputes/<reference>/consents/new/", methods=["GET", "POST"])
@needs(acts.RECORD_CONSENT)
def record_consent(dispute):
    form = forms.ConsentsForm().offer_people(
        *([one for one in rows if one.struck_at is None]
          for rows in (queries.parties_of(dispute), queries.witnesses_of(dispute))))
    if form.validate_on_submit() and attempt(form, service.record_consents, dispute):
        return back_to(dispute)
    return render_template("parties/record_consent.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/consents/<int:number>/withdraw/", methods=["GET", "POST"])
@needs(acts.WITHDRAW_CONSENT)
def withdraw_consent(dispute, number: int):
    consent, form = due(find_in(Consent, dispute, number)), forms.WithdrawForm()
    if form.validate_on_submit() and attempt(form, service.withdraw_consent, consent):
        return back_to(dispute)
    return render_template("parties/withdraw_consent.html", form=form, dispute=dispute, consent=consent)


@bp.route("/disputes/<reference>/consents/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_CONSENT)
def strike_consent(dispute, number: int):
    consent, form = due(find_in(Consent, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_consent, consent):
        return back_to(dispute)
    return render_template("parties/strike_consent.html", form=form, dispute=dispute, consent=consent)
