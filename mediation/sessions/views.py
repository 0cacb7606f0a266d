"""The pages of sessions, summons, reserved notes, and of a mediation that ends without a settlement."""

from flask import Blueprint, flash, render_template

from mediation.acts import catalogue as acts
from mediation.acts.gate import actor, attempt, due, needs, open_to_signed_in
from mediation.acts.policy import may
from mediation.commissions.queries import settings_of
from mediation.disputes.forms import StrikeForm
from mediation.disputes.queries import find_in, sides_of
from mediation.disputes.views import back_to
from mediation.kernel import clock, dates
from mediation.kernel.language import _
from mediation.parties.queries import here, parties_of
from mediation.places.queries import place_near
from mediation.sessions import forms, queries, rules, service, usual
from mediation.sessions.models import MediationOutcome, MediationSession, Offer, ReservedNote, Summons

bp = Blueprint("sessions", __name__)


def _named(one: MediationSession, when) -> str:
    """A session as it is named in a list: its number and its day."""
    return f"{one.number} · {dates.said(when, clock.today()) if when else _('date inconnue')}"


def _only_one_to_come(planned: list[MediationSession]) -> int | None:
    """The number of the session to which people are called, when only one is still to come."""
    coming = [one.number for one in planned if not (one.planned_on and one.planned_on.certainly_past(clock.today()))]
    return coming[0] if len(coming) == 1 else None


def _report_form(dispute, planned: MediationSession | None = None) -> forms.ReportForm:
    """The form of a session that was held, with what is known offered and nothing presumed."""
    last = queries.last_session(dispute)
    given = {"place": last.place if last and last.place else dispute.place}
    if planned is not None:
        given = {"place": planned.place or given["place"], "kind": planned.kind}
        # One that was never planned is not to be held a second time: the door says so, once the form is whole.
        if planned.planned_on is not None and planned.planned_on.certainly_past(clock.today()):
            given["happened_on"] = planned.planned_on
    form = place_near(forms.ReportForm(**given), dispute.lead.path)
    if not may(actor(), acts.WRITE_NOTE, dispute):
        del form.note
    return form.offer(queries.people_of(dispute, given.get("happened_on")), queries.sitters_of(dispute, last))


@bp.route("/disputes/<reference>/sessions/new/", methods=["GET", "POST"])
@needs(acts.RECORD_SESSION)
def record_session(dispute):
    form = _report_form(dispute)
    if form.validate_on_submit() and attempt(form, service.report_session, dispute):
        return back_to(dispute)
    return render_template("sessions/record_session.html", form=form, dispute=dispute,
                           members=queries.members_of(dispute))


@bp.route("/disputes/<reference>/sessions/<int:number>/record/", methods=["GET", "POST"])
@needs(acts.RECORD_SESSION)
def record_planned_session(dispute, number: int):
    planned = due(find_in(MediationSession, dispute, number))
    form = _report_form(dispute, planned)
    if form.validate_on_submit() and attempt(form, service.report_session, planned):
        return back_to(dispute)
    return render_template("sessions/record_planned_session.html", form=form, dispute=dispute,
                           planned=planned, members=queries.members_of(dispute))


@bp.route("/disputes/<reference>/sessions/<int:number>/amend/", methods=["GET", "POST"])
@needs(acts.AMEND_SESSION)
def amend_session(dispute, number: int):
    held = due(queries.session_in(dispute, number))
    form = place_near(forms.SessionForm(obj=held, seen=dispute.act_count), dispute.lead.path)
    form.offer([*queries.people_of(dispute, held.held_on), *(p for p in held.attendance if p.who)],
               [*queries.sitters_of(dispute), *held.bench]).offer_to_undo()
    if form.validate_on_submit() and attempt(form, service.amend_session, held):
        return back_to(dispute)
    return render_template("sessions/amend_session.html", form=form, dispute=dispute, held=held,
                           members=queries.members_of(dispute))


@bp.route("/disputes/<reference>/sessions/<int:number>/")
@open_to_signed_in
def show_session(dispute, number: int):
    shown = queries.session_in(dispute, number)
    called = [one for one in queries.summons_of(dispute) if one.session_id == shown.id]
    notes = [one for one in queries.notes_of(dispute) if one.session_number == number]
    return render_template("sessions/show_session.html", dispute=dispute, shown=shown, summons=called,
                           notes=notes, warnings=queries.warnings_of(dispute, shown),
                           offers=queries.offers_at(shown))


@bp.route("/disputes/<reference>/sessions/plan/", methods=["GET", "POST"])
@needs(acts.SCHEDULE_SESSION)
def schedule_session(dispute):
    form = place_near(forms.PlanForm(place=dispute.place), dispute.lead.path)
    form.planned_on.description = usual.first_session_hint(dispute)
    if form.validate_on_submit() and attempt(form, service.schedule_session, dispute):
        return back_to(dispute)
    return render_template("sessions/schedule_session.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/sessions/<int:number>/postpone/", methods=["GET", "POST"])
@needs(acts.POSTPONE_SESSION)
def postpone_session(dispute, number: int):
    planned = due(find_in(MediationSession, dispute, number))
    form = place_near(forms.PostponeForm(place=planned.place), dispute.lead.path)
    if form.validate_on_submit() and attempt(form, service.postpone_session, planned):
        return back_to(dispute)
    return render_template("sessions/postpone_session.html", form=form, dispute=dispute, planned=planned)


@bp.route("/disputes/<reference>/sessions/<int:number>/cancel/", methods=["GET", "POST"])
@needs(acts.CANCEL_SESSION)
def cancel_session(dispute, number: int):
    planned = due(find_in(MediationSession, dispute, number))
    form = forms.CancelForm()
    if form.validate_on_submit() and attempt(form, service.cancel_session, planned):
        return back_to(dispute)
    return render_template("sessions/cancel_session.html", form=form, dispute=dispute, planned=planned)


@bp.route("/disputes/<reference>/sessions/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_SESSION)
def strike_session(dispute, number: int):
    wrong, form = due(find_in(MediationSession, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_session, wrong):
        return back_to(dispute)
    return render_template("sessions/strike_session.html", form=form, dispute=dispute, wrong=wrong)


@bp.route("/disputes/<reference>/summons/new/", methods=["GET", "POST"])
@needs(acts.ISSUE_SUMMONS)
def issue_summons(dispute):
    planned = queries.planned_of(dispute)
    form = forms.SummonsForm(session=_only_one_to_come(planned))
    form.party.members = [(party.number, f"{party.letter} · {party.name}")
                          for party in here(parties_of(dispute))]
    form.session.members = [(one.number, _named(one, one.planned_on)) for one in planned]
    if form.validate_on_submit() and (sent := attempt(form, service.issue_summons, dispute)):
        for words in usual.warnings_of_summons(sent):
            flash(words)
        return back_to(dispute)
    return render_template("sessions/issue_summons.html", form=form, dispute=dispute,
                           watched=usual.summons_to_watch(dispute))


@bp.route("/disputes/<reference>/summons/<int:number>/service/", methods=["GET", "POST"])
@needs(acts.RECORD_SERVICE_SUMMONS)
def record_service_summons(dispute, number: int):
    summons = due(find_in(Summons, dispute, number))
    form = forms.ServiceForm()
    if form.validate_on_submit() and attempt(form, service.record_service_summons, summons):
        return back_to(dispute)
    return render_template("sessions/record_service_summons.html", form=form, dispute=dispute,
                           summons=summons)


@bp.route("/disputes/<reference>/summons/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_SUMMONS)
def strike_summons(dispute, number: int):
    wrong, form = due(find_in(Summons, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_summons, wrong):
        return back_to(dispute)
    return render_template("sessions/strike_summons.html", form=form, dispute=dispute, wrong=wrong)


@bp.route("/disputes/<reference>/notes/new/", methods=["GET", "POST"])
@needs(acts.WRITE_NOTE)
def write_note(dispute):
    form = forms.NoteForm()
    form.session.members = [(one.number, _named(one, one.held_on)) for one in queries.held_of(dispute)]
    if form.validate_on_submit() and attempt(form, service.write_note, dispute):
        return back_to(dispute)
    return render_template("sessions/write_note.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/notes/<int:number>/open/", methods=["POST"])
@needs(acts.OPEN_NOTE)
def open_note(dispute, number: int):
    note = attempt(forms.OpenForm(), service.open_note, find_in(ReservedNote, dispute, number))
    return render_template("sessions/open_note.html", dispute=dispute, note=note,
                           words=queries.words_of(note, actor()))


@bp.route("/disputes/<reference>/notes/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_NOTE)
def strike_note(dispute, number: int):
    wrong, form = due(find_in(ReservedNote, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_note, wrong):
        return back_to(dispute)
    return render_template("sessions/strike_note.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/fail/", methods=["GET", "POST"])
@needs(acts.FAIL_MEDIATION)
def fail_mediation(dispute):
    form, held = forms.FailForm(), queries.held_of(dispute)
    if form.validate_on_submit() and attempt(form, service.fail_mediation, dispute):
        return back_to(dispute)
    return render_template("sessions/fail_mediation.html", form=form, dispute=dispute, held=held,
                           fewer=settings_of(dispute.lead_id).fewer_sessions(len(held)),
                           missing=rules.missing_to_fail(len(held), queries.count_refusals(dispute)))


@bp.route("/disputes/<reference>/default/", methods=["GET", "POST"])
@needs(acts.DEFAULT_MEDIATION)
def default_mediation(dispute):
    form, ignored = forms.DefaultForm(), queries.ignored_summons(dispute)
    if form.validate_on_submit() and attempt(form, service.default_mediation, dispute):
        return back_to(dispute)
    return render_template("sessions/default_mediation.html", form=form, dispute=dispute, ignored=ignored,
                           missing=rules.missing_to_default(len(ignored)))


@bp.route("/disputes/<reference>/outcomes/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_MEDIATION)
def strike_mediation(dispute, number: int):
    wrong, form = due(find_in(MediationOutcome, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_mediation, wrong):
        return back_to(dispute)
    return render_template("sessions/strike_mediation.html", form=form, dispute=dispute, wrong=wrong)


@bp.route("/disputes/<reference>/mediation/resume/", methods=["GET", "POST"])
@needs(acts.RESUME_MEDIATION)
def resume_mediation(dispute):
    form = forms.ResumeForm()
    if form.validate_on_submit() and attempt(form, service.resume_mediation, dispute):
        return back_to(dispute)
    return render_template("sessions/resume_mediation.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/offers/new/", methods=["GET", "POST"])
@needs(acts.RECORD_OFFER)
def record_offer(dispute):
    sessions = [(one.number, _named(one, one.held_on)) for one in queries.held_of(dispute)]
    form = forms.OfferForm().offer(sides_of(dispute), sessions)
    if form.validate_on_submit() and attempt(form, service.record_offer, dispute):
        return back_to(dispute)
    return render_template("sessions/record_offer.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/offers/<int:number>/answer/", methods=["GET", "POST"])
@needs(acts.ANSWER_OFFER)
def answer_offer(dispute, number: int):
    offer, form = due(find_in(Offer, dispute, number)), forms.AnswerForm()
    form.answer_side.members = sides_of(dispute)
    if form.validate_on_submit() and attempt(form, service.answer_offer, offer):
        return back_to(dispute)
    return render_template("sessions/answer_offer.html", form=form, dispute=dispute, offer=offer)


@bp.route("/disputes/<reference>/offers/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_OFFER)
def strike_offer(dispute, number: int):
    wrong, form = due(find_in(Offer, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_offer, wrong):
        return back_to(dispute)
    return render_template("sessions/strike_offer.html", form=form, dispute=dispute, wrong=wrong)
