"""The pages of who works on a dispute: its team, declared links, members replaced, stand-ins."""

from flask import Blueprint, render_template

from mediation.acts import catalogue as acts
from mediation.acts.gate import actor, attempt, due, needs
from mediation.acts.refusals import NotFound
from mediation.commissions.queries import people_of
from mediation.disputes import service as disputes
from mediation.disputes.forms import StrikeForm
from mediation.disputes.models import TeamMember
from mediation.disputes.queries import find_in, team_now
from mediation.disputes.views import back_to
from mediation.kernel import clock
from mediation.parties.queries import parties_of
from mediation.teams import forms, queries, service
from mediation.teams.kinds import ReplacementKind
from mediation.teams.models import Interest, Replacement

bp = Blueprint("teams", __name__)


def _member(dispute, number: int) -> TeamMember:
    """The member of this number, as long as they are on the team."""
    member = find_in(TeamMember, dispute, number)
    return due(member, still=member.until is None)


def _replacement(dispute, number: int, kind: ReplacementKind) -> Replacement:
    """The replacement, or the stand-in, of this number, as long as it holds (`NotFound` for one of the other kind)."""
    found = find_in(Replacement, dispute, number)
    if found.kind is not kind:
        raise NotFound(f"{kind} {number}")
    return due(found, still=found.until is None)


@bp.route("/disputes/<reference>/assign/", methods=["GET", "POST"])
@needs(acts.ASSIGN_DISPUTE)
def assign_dispute(dispute):
    form = forms.AssignForm()
    form.account_id.members = people_of(dispute.lead_id)
    if form.validate_on_submit() and attempt(form, disputes.assign_dispute, dispute):
        return back_to(dispute)
    return render_template("teams/assign_dispute.html", form=form, dispute=dispute,
                           cautions=queries.cautions_of(dispute, form.account_id.members))


@bp.route("/disputes/<reference>/team/<int:number>/replace/", methods=["GET", "POST"])
@needs(acts.REPLACE_MEDIATOR_DISPUTE)
def replace_mediator_dispute(dispute, number: int):
    member = _member(dispute, number)
    form = forms.ReplaceForm(data={"until": clock.today()})
    form.account_id.members = people_of(dispute.lead_id)
    if form.validate_on_submit() and attempt(form, service.replace_mediator_dispute, member):
        return back_to(dispute)
    return render_template("teams/replace_mediator_dispute.html", form=form, dispute=dispute, member=member,
                           cautions=queries.cautions_of(dispute, form.account_id.members))


@bp.route("/disputes/<reference>/team/<int:number>/release/", methods=["GET", "POST"])
@needs(acts.RELEASE_MEDIATOR_DISPUTE)
def release_mediator_dispute(dispute, number: int):
    member = _member(dispute, number)
    form = forms.ReleaseForm(data={"until": clock.today()})
    if form.validate_on_submit() and attempt(form, service.release_mediator_dispute, member):
        return back_to(dispute)
    return render_template("teams/release_mediator_dispute.html", form=form, dispute=dispute, member=member)


@bp.route("/disputes/<reference>/team/<int:number>/lead/", methods=["GET", "POST"])
@needs(acts.SET_LEAD_DISPUTE)
def set_lead_dispute(dispute, number: int):
    member, form = _member(dispute, number), forms.LeadForm()
    if form.validate_on_submit() and attempt(form, service.set_lead_dispute, member):
        return back_to(dispute)
    return render_template("teams/set_lead_dispute.html", form=form, dispute=dispute, member=member,
                           before=[one for one in team_now(dispute) if one.leads and one is not member])


@bp.route("/disputes/<reference>/interests/new/", methods=["GET", "POST"])
@needs(acts.DECLARE_INTEREST)
def declare_interest(dispute):
    form = forms.InterestForm()
    form.who.members = [*((f"team-{one.number}", one.name) for one in team_now(dispute)),
                        *((seat.key, seat.said) for seat in queries.seats_of(dispute))]
    form.party.members = [(party.number, f"{party.letter} · {party.name}")
                          for party in parties_of(dispute) if party.struck_at is None]
    if form.validate_on_submit() and attempt(form, service.declare_interest, dispute):
        return back_to(dispute)
    return render_template("teams/declare_interest.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/interests/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_INTEREST)
def strike_interest(dispute, number: int):
    wrong, form = due(find_in(Interest, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_interest, wrong):
        return back_to(dispute)
    return render_template("teams/strike_interest.html", form=form, dispute=dispute, wrong=wrong)


@bp.route("/disputes/<reference>/bench/replace/", methods=["GET", "POST"])
@needs(acts.REPLACE_BENCH)
def replace_bench(dispute):
    form = forms.BenchForm(data={"since": clock.today()})
    form.account_id.members = queries.serving(dispute)
    form.replaced.members = [(seat.key, seat.said) for seat in queries.seats_of(dispute)]
    if form.validate_on_submit() and attempt(form, service.replace_bench, dispute):
        return back_to(dispute)
    return render_template("teams/replace_bench.html", form=form, dispute=dispute,
                           cautions=queries.cautions_of(dispute, form.account_id.members))


@bp.route("/disputes/<reference>/bench/<int:number>/restore/", methods=["GET", "POST"])
@needs(acts.RESTORE_BENCH)
def restore_bench(dispute, number: int):
    replacement = _replacement(dispute, number, ReplacementKind.BENCH)
    form = forms.RestoreForm(data={"until": clock.today()})
    if form.validate_on_submit() and attempt(form, service.restore_bench, replacement):
        return back_to(dispute)
    return render_template("teams/restore_bench.html", form=form, dispute=dispute, replacement=replacement)


@bp.route("/disputes/<reference>/stand-in/", methods=["GET", "POST"])
@needs(acts.NAME_STANDIN)
def name_standin(dispute):
    form = forms.StandInForm()
    form.account_id.members = queries.serving_under(actor())
    if form.validate_on_submit() and attempt(form, service.name_standin, dispute):
        return back_to(dispute)
    return render_template("teams/name_standin.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/stand-in/<int:number>/end/", methods=["GET", "POST"])
@needs(acts.END_STANDIN)
def end_standin(dispute, number: int):
    replacement = _replacement(dispute, number, ReplacementKind.STAND_IN)
    form = forms.EndStandInForm()
    if form.validate_on_submit() and attempt(form, service.end_standin, replacement):
        return back_to(dispute)
    return render_template("teams/end_standin.html", form=form, dispute=dispute, replacement=replacement)
