"""The acts on institutions, their members, and the roles of people."""

from mediation.accounts import service as accounts
from mediation.accounts.rules import AccountFacts
from mediation.acts import house as acts
from mediation.acts.door import composed, performs
from mediation.acts.refusals import BrokenRule
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import Role
from mediation.commissions import queries, rules, settings
from mediation.commissions.kinds import Standing
from mediation.commissions.models import Institution, Membership, RoleHeld, Setting
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.kernel.language import _l
from mediation.places import queries as places
from mediation.places.models import Place


@performs(acts.CREATE_COMMISSION)
def create_commission(actor: Actor, subject: None, facts: rules.InstitutionFacts) -> Institution:
    """Create an institution; its code begins the numbers of its disputes."""
    rules.speakable_code(facts.code)
    rules.code_is_free(queries.coded(facts.code) is not None)
    institution = Institution(code=facts.code, act_count=0)
    _write(institution, facts)
    db.session.add(institution)
    return institution


@performs(acts.AMEND_COMMISSION)
def amend_commission(actor: Actor, institution: Institution, facts: rules.InstitutionFacts) -> Institution:
    """Correct an institution; with its place, what its reviewers see follows."""
    rules.code_stays(institution.code, facts.code)
    if facts.kind is not institution.kind:
        rules.nobody_loses_access(facts.kind, queries.roles_now().get(institution.id, 0))
    _write(institution, facts)
    return institution


def _write(institution: Institution, facts: rules.InstitutionFacts) -> None:
    rules.named(facts.name)
    place = _place(facts.place_code)
    rules.competent_there(facts.kind, place.kind if place else None)
    institution.name, institution.kind, institution.decision = facts.name, facts.kind, facts.decision
    institution.place, institution.path = place, place.path if place else ""
    institution.summons_word = facts.summons_word


def _place(code: str | None) -> Place | None:
    place = places.coded(code) if code else None
    if code and place is None:
        raise BrokenRule("place_code", _l("Ce lieu n’est pas dans la liste. Ajoutez-le d’abord."))
    return place


@performs(acts.SET_SETTING)
def set_setting(actor: Actor, institution: Institution, facts: settings.SettingFacts) -> Setting:
    """Settle something for an institution, with its source; also that no rule is known, or nothing settled yet."""
    value = settings.checked(facts)
    setting = queries.setting_of(institution, facts.name)
    if setting is None:
        setting = Setting(institution=institution, name=facts.name)
        db.session.add(setting)
    setting.standing, setting.value = facts.standing, value
    said = facts.standing is not Standing.NOT_SET
    setting.source, setting.source_words = (facts.source, facts.source_words) if said else (None, None)
    setting.set_by, setting.set_on = actor.id, clock.today()
    return setting


@performs(acts.ADD_MEMBER)
def add_member(actor: Actor, institution: Institution, facts: rules.MemberFacts) -> Membership:
    """Write down that somebody sits in an institution; this opens no dispute to them."""
    rules.named(facts.name)
    rules.in_order(facts.since, facts.until)
    if facts.account_id is not None:
        rules.somebody_with_an_account(queries.is_open(facts.account_id))
    member = Membership(institution=institution, number=queries.next_number(Membership, institution), **vars(facts))
    db.session.add(member)
    return member


@performs(acts.END_MEMBER)
def end_member(actor: Actor, member: Membership, facts: rules.EndFacts) -> Membership:
    """Write down the last day of a member."""
    rules.not_over_yet(member.until, clock.today())
    rules.in_order(member.since, facts.until)
    member.until = facts.until
    _counted_in(member.institution)
    return member


@performs(acts.GRANT_ROLE)
def grant_role(actor: Actor, subject: Institution | None, facts: rules.RoleFacts) -> RoleHeld:
    """Give somebody a role; nobody gives one to themselves."""
    institution = subject or _institution(facts.institution_code)
    place = _place(facts.place_code)
    rules.nobody_serves_themselves(actor.id, facts.account_id)
    rules.somebody_with_an_account(queries.is_open(facts.account_id))
    rules.has_its_reach(facts)
    rules.gives_access(institution.kind if institution else None)
    rules.in_order(facts.since, facts.until)
    territory = place.path if place else None
    held = queries.days_held(facts.account_id, facts.role, institution, territory)
    rules.not_held_already(held, facts.since, facts.until)
    role = RoleHeld(number=queries.next_number(RoleHeld, institution), account_id=facts.account_id, role=facts.role,
                    institution=institution, territory=territory, since=facts.since, until=facts.until,
                    granted_by=actor.id, granted_on=clock.today())
    db.session.add(role)
    return role


@performs(acts.END_ROLE)
def end_role(actor: Actor, role: RoleHeld, facts: rules.EndFacts) -> RoleHeld:
    """Write down the last day of a role; rights stop with the first request after it."""
    rules.not_over_yet(role.until, clock.today())
    rules.in_order(role.since, facts.until)
    rules.an_administrator_remains(role.role, queries.lasting_administrators(but=role.id))
    role.until = facts.until
    if role.institution:
        _counted_in(role.institution)
    return role


def _institution(code: str | None) -> Institution | None:
    institution = queries.coded(code) if code else None
    if code and institution is None:
        raise BrokenRule("institution_code", _l("Choisissez une institution de la liste."))
    return institution


def _counted_in(institution: Institution) -> None:
    """The entry lies in the institution's stream, so its number of acts moves with it."""
    institution.act_count += 1


@composed(acts.CREATE_COMMISSION)
def install_house(actor: Actor, subject: None, facts: rules.InstallFacts) -> Institution:
    """Make the first institution and the first administrator, all or nothing."""
    institution = create_commission(actor, None, facts.institution)
    account = accounts.invite_account(
        actor, None, AccountFacts(facts.login, facts.name, facts.phone, facts.code_hash))
    grant_role(actor, None, rules.RoleFacts(account.id, Role.ADMINISTRATOR, clock.today()))
    return institution
