"""The pages of institutions, their members, and roles."""

from flask import Blueprint, redirect, render_template, url_for

from mediation.accounts.queries import renewals_in
from mediation.acts import house as acts
from mediation.acts.act import Act
from mediation.acts.gate import actor, attempt, needs, needs_role, require_right
from mediation.acts.refusals import NotFound
from mediation.acts.vocabulary import Role
from mediation.commissions import forms, queries, service, settings
from mediation.commissions.here import follow_the_dispute
from mediation.commissions.kinds import SettingName
from mediation.commissions.models import Institution
from mediation.kernel import clock
from mediation.places.queries import among, listed

bp = Blueprint("commissions", __name__)
READERS = (Role.ADMINISTRATOR, Role.CHAIR, Role.SECRETARY, Role.REVIEWER)
follow_the_dispute()


@bp.get("/institutions/")
@needs_role(*READERS)
def index():
    return render_template("commissions/index.html", institutions=queries.readable_by(actor()),
                           seats=queries.seats_now(), roles=queries.roles_now(),
                           reviews=actor().holds(Role.REVIEWER))


@bp.get("/institutions/<code>/")
@needs_role(*READERS)
def show(code: str):
    institution = queries.find_for(actor(), code)
    return render_template("commissions/show.html", institution=institution,
                           members=queries.members_of(institution), roles=queries.roles_of(institution),
                           renewals=renewals_in([institution.id]))


@bp.route("/institutions/new/", methods=["GET", "POST"])
@needs(acts.CREATE_COMMISSION)
def create_commission():
    form = forms.InstitutionForm()
    form.place.lookup = listed
    if form.validate_on_submit() and (made := attempt(form, service.create_commission, None)):
        return redirect(url_for("commissions.show", code=made.code))
    return render_template("commissions/create_commission.html", form=form)


@bp.route("/institutions/<code>/amend/", methods=["GET", "POST"])
@needs(acts.AMEND_COMMISSION)
def amend_commission(code: str):
    institution = _institution(code, acts.AMEND_COMMISSION)
    form = forms.AmendInstitutionForm(obj=institution, seen=institution.act_count)
    form.place.lookup = listed
    if form.validate_on_submit() and attempt(form, service.amend_commission, institution):
        return redirect(url_for("commissions.show", code=code))
    return render_template("commissions/amend_commission.html", form=form, institution=institution)


@bp.get("/institutions/<code>/settings/")
@needs_role(*READERS)
def show_settings(code: str):
    institution = queries.find_for(actor(), code)
    return render_template("commissions/show_settings.html", institution=institution, names=settings.there(),
                           settled=queries.settled(institution), in_words=settings.in_words,
                           usual=settings.usual_of)


@bp.route("/institutions/<code>/settings/<int:number>/", methods=["GET", "POST"])
@needs(acts.SET_SETTING)
def set_setting(code: str, number: int):
    institution, name = _institution(code, acts.SET_SETTING), _setting(number)
    setting = queries.setting_of(institution, name)
    institution.parts = (setting,) if setting is not None else ()
    form = forms.setting_form(name, setting, institution.act_count)
    if form.validate_on_submit() and attempt(form, service.set_setting, institution):
        return redirect(url_for("commissions.show_settings", code=code))
    return render_template("commissions/set_setting.html", form=form, institution=institution, name=name)


@bp.route("/institutions/<code>/members/new/", methods=["GET", "POST"])
@needs(acts.ADD_MEMBER)
def add_member(code: str):
    institution = _institution(code, acts.ADD_MEMBER)
    form = forms.MemberForm()
    form.account_id.members = queries.known_to(actor(), institution)
    if form.validate_on_submit() and attempt(form, service.add_member, institution):
        return redirect(url_for("commissions.show", code=code))
    return render_template("commissions/add_member.html", form=form, institution=institution)


@bp.route("/institutions/<code>/members/<int:number>/end/", methods=["GET", "POST"])
@needs(acts.END_MEMBER)
def end_member(code: str, number: int):
    institution = _institution(code, acts.END_MEMBER)
    member, form = queries.find_member(institution, number), forms.EndForm(data={"until": clock.today()})
    if form.validate_on_submit() and attempt(form, service.end_member, member):
        return redirect(url_for("commissions.show", code=code))
    return render_template("commissions/end_member.html", form=form, institution=institution, member=member)


@bp.get("/roles/")
@needs_role(Role.ADMINISTRATOR)
def house_roles():
    roles = queries.roles_of(None)
    return render_template("commissions/house_roles.html", roles=roles, territories=_territories(roles))


@bp.route("/roles/new/", methods=["GET", "POST"])
@bp.route("/institutions/<code>/roles/new/", methods=["GET", "POST"])
@needs(acts.GRANT_ROLE)
def grant_role(code: str | None = None):
    institution = _institution(code, acts.GRANT_ROLE) if code else None
    form = (forms.RoleForm if institution else forms.HouseRoleForm)(data={"since": clock.today()})
    form.account_id.members = queries.everybody()
    if institution:
        form.institution_code = institution.code
    else:
        form.place.lookup, form.role.members = listed, forms.IN_THE_HOUSE
    if form.validate_on_submit() and attempt(form, service.grant_role, institution):
        return _back_to_roles(code)
    return render_template("commissions/grant_role.html", form=form, institution=institution)


@bp.route("/roles/<int:number>/end/", methods=["GET", "POST"])
@bp.route("/institutions/<code>/roles/<int:number>/end/", methods=["GET", "POST"])
@needs(acts.END_ROLE)
def end_role(number: int, code: str | None = None):
    institution = _institution(code, acts.END_ROLE) if code else None
    role, form = queries.find_role(institution, number), forms.EndForm(data={"until": clock.today()})
    if form.validate_on_submit() and attempt(form, service.end_role, role):
        return _back_to_roles(code)
    return render_template("commissions/end_role.html", form=form, institution=institution, role=role)


@bp.get("/grants/")
@needs_role(Role.REVIEWER)
def grants():
    roles = queries.grants_under(actor())
    return render_template("commissions/grants.html", roles=roles, territories=_territories(roles),
                           renewals=renewals_in(actor().sight.supervised))


def _institution(code: str, act: Act) -> Institution:
    """The institution of the address: unknown to whoever may not read about it, closed to whoever may not act."""
    institution = queries.find_for(actor(), code)
    require_right(act, institution)
    return institution


def _setting(number: int) -> SettingName:
    """The setting of this number (`NotFound` if there is none here)."""
    found = next((name for name in settings.there() if name.number == number), None)
    if found is None:
        raise NotFound(f"setting {number}")
    return found


def _territories(roles) -> dict:
    """The places whose paths are territories of these roles, by path."""
    codes = {role.territory.split("/")[-2] for role in roles if role.territory}
    return {place.path: place for place in among(codes).values()}


def _back_to_roles(code: str | None):
    return redirect(url_for("commissions.show", code=code) if code else url_for("commissions.house_roles"))
