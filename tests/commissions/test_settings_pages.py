"""The settings through pages: who reads and writes them, what is kept when refused, and that they act."""

from datetime import timedelta

import pytest

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule
from mediation.acts.vocabulary import Role
from mediation.commissions.kinds import SettingName, Standing
from mediation.commissions.rules import RoleFacts, has_its_reach
from mediation.disputes.kinds import DisputeKind
from mediation.disputes.queries import find
from mediation.kernel import clock, dates
from mediation.kernel.db import db
from mediation.sessions.queries import planned_of
from tests.builders import agreements, casefile
from tests.builders.settings import settled

N = SettingName
HERE = "/institutions/MSG/settings/"
EXAMINE = f"{HERE}{N.EXAMINE_DAYS.number}/"
# As newly opened as can be, unless a test says that the form is older.
FIFTEEN = {"standing": "value", "value": "15", "source": "internal_rules", "source_words": "article 7",
           "seen": "999999"}


def text(answer) -> str:
    assert answer.status_code == 200, answer.status_code
    return answer.get_data(as_text=True)


def number_of(house, build) -> str:
    number = casefile.number_of(house, build)
    db.session.rollback()
    return number


@pytest.mark.parametrize("login", ["bakary", "moussa", "salimata", "admin"])
def test_chair_secretary_reviewer_and_administrator_read_the_settings(visit, house, login):
    settled(house, N.EXAMINE_DAYS, "15")
    page = text(visit(login).get(HERE))
    assert "Délai pour examiner une saisine" in page and "15" in page
    assert "le règlement intérieur" in page and "article 7" in page and "Admin" in page
    assert (EXAMINE in page) == (login == "admin")
    assert HERE in text(visit(login).get("/institutions/MSG/"))


@pytest.mark.parametrize(("login", "answer"), [("awa", 403), ("kadia", 404), ("drissa", 403)])
def test_nobody_else_reads_them(visit, login, answer):
    assert visit(login).get(HERE).status_code == answer


@pytest.mark.parametrize("login", ["moussa", "bakary", "salimata", "awa"])
def test_who_only_reads_them_changes_nothing(visit, login):
    assert visit(login).get(EXAMINE).status_code == 403
    assert visit(login).post(EXAMINE, FIFTEEN).status_code == 403
    assert "15" not in text(visit("admin").get(HERE)).split("Délai avant la première")[0].split("<tbody>")[1]


def test_every_setting_opens_and_is_listed(visit):
    admin = visit("admin")
    page = text(admin.get(HERE))
    for name in N:
        assert str(name.label) in page
        assert str(name.label) in text(admin.get(f"{HERE}{name.number}/"))
    for number in (0, len(N) + 1, 10**30):
        assert admin.get(f"{HERE}{number}/").status_code == 404


def test_a_setting_is_saved_and_comes_back_in_its_form(visit):
    admin = visit("admin")
    assert admin.post(EXAMINE, FIFTEEN).location.endswith(HERE)
    page = text(admin.get(EXAMINE))
    assert 'value="15"' in page and "article 7" in page


@pytest.mark.parametrize(("name", "told", "said"), [
    (N.RAINY_MONTHS, {"value": "7", "last": "9"}, "de juillet à septembre"),
    (N.VISIT_MONTHS, {"value": "1, 3, 6"}, "1, 3, 6"),
    (N.EVENTS, {"value": "1973 la grande sécheresse\n1984-1985 la famine"}, "1973 la grande sécheresse"),
    (N.HIDDEN_LANGUAGES, {"value": ["bozo", "bomu"]}, "bozo, bomu"),
    (N.HIDDEN_KINDS, {"value": ["chieftaincy"]}, "chefferie ou titre coutumier"),
])
def test_every_kind_of_setting_is_saved_told_and_asked_again(visit, name, told, said):
    admin, address = visit("admin"), f"{HERE}{name.number}/"
    assert admin.post(address, {**FIFTEEN, **told}).status_code == 302
    assert said in text(admin.get(HERE))
    page = text(admin.get(address))
    assert "checked" in page or "selected" in page
    assert admin.post(address, {**FIFTEEN, **told, "standing": "not_set"}).status_code == 302
    assert said not in text(admin.get(HERE))


def test_the_usual_months_stand_as_long_as_nothing_is_settled(visit):
    assert "pas encore réglé : de juin à octobre" in " ".join(text(visit("admin").get(HERE)).split())


def test_no_rule_known_is_shown_as_an_answer(visit):
    admin = visit("admin")
    assert admin.post(EXAMINE, {"standing": "none_known", "seen": "0"}).status_code == 302
    assert "aucune règle connue" in text(admin.get(HERE))


@pytest.mark.parametrize(("wrong", "sentence"), [
    ({"value": "quinze"}, "Écrivez un nombre entre 1 et 999."), ({"value": ""}, "Donnez la valeur"),
    ({"source": ""}, "Dites d’où vient cette règle."), ({"standing": ""}, "Choisissez une réponse de la liste."),
    ({"standing": "none_known"}, "Effacez la valeur"), ({"standing": "perhaps"}, "de la liste"),
])
def test_a_wrong_setting_comes_back_with_its_sentence_and_what_was_typed(visit, wrong, sentence):
    admin = visit("admin")
    page = text(admin.post(EXAMINE, {**FIFTEEN, **wrong}))
    assert sentence in page and "article 7" in page
    assert "article 7" not in text(admin.get(HERE))


def test_two_administrators_do_not_overwrite_each_other_and_two_settings_do_not_collide(visit):
    admin = visit("admin")
    assert admin.post(EXAMINE, {**FIFTEEN, "seen": "0"}).status_code == 302
    answer = admin.post(EXAMINE, {**FIFTEEN, "value": "30", "seen": "0"})
    assert answer.status_code == 409 and "30" in answer.text
    other = f"{HERE}{N.MOST_SUMMONS.number}/"
    assert admin.post(other, {**FIFTEEN, "value": "3", "seen": "0"}).status_code == 302


def test_the_journal_tells_a_setting_in_words(visit, house):
    settled(house, N.RAINY_MONTHS, "7-9")
    settled(house, N.HIDDEN_KINDS, "dispute.kind=chieftaincy")
    page = text(visit("admin").get("/journal/"))
    assert "Admin a changé un réglage" in page
    assert "de juillet à septembre" in page and "chefferie ou titre coutumier" in page and "dispute.kind" not in page


@pytest.mark.parametrize("hostile", ["\x00", "é" * 100_000, "<script>", "' OR 1=1 --", "9" * 50, "=,="])
def test_hostile_settings_are_never_an_error_of_the_program(visit, hostile):
    admin = visit("admin")
    for name in N:
        for box in ("value", "last", "source", "source_words", "standing"):
            answer = admin.post(f"{HERE}{name.number}/", {**FIFTEEN, box: [hostile, hostile]})
            assert answer.status_code in (200, 302, 413), (name, box)


# What they do


def test_a_saisine_is_late_on_the_home_page_once_the_delay_is_over(visit, house):
    with clock.moved_by(timedelta(days=-20)), scope.seen_by(house.actor("moussa")):
        house.registered()
    db.session.rollback()
    assert "en retard" not in text(visit("moussa").get("/"))
    settled(house, N.EXAMINE_DAYS, "15")
    assert "en retard de 5 jours" in text(visit("moussa").get("/"))
    settled(house, N.EXAMINE_DAYS, "20")
    assert "en retard" not in text(visit("moussa").get("/"))
    settled(house, N.EXAMINE_DAYS, standing=Standing.NONE_KNOWN)
    assert "en retard" not in text(visit("moussa").get("/"))


def test_another_institution_s_delay_makes_nothing_late_here(visit, house):
    with clock.moved_by(timedelta(days=-20)), scope.seen_by(house.actor("moussa")):
        house.registered()
    db.session.rollback()
    settled(house, N.EXAMINE_DAYS, "1", code="KOB")
    assert "en retard" not in text(visit("moussa").get("/"))


def test_a_season_of_a_dispute_takes_the_months_of_its_institution(visit, house):
    number = number_of(house, casefile.accepted)
    told = {"precision": "season", "season": "rainy", "year": str(clock.today().year + 1)}
    data = {f"planned_on-{part}": value for part, value in told.items()}
    settled(house, N.RAINY_MONTHS, "7-9")
    assert visit("moussa").post(f"/disputes/{number}/sessions/plan/", data).status_code == 302
    with scope.seen_by(house.actor("moussa")):
        when = planned_of(find(number))[-1].planned_on
    assert (when.earliest.month, when.latest.month, when.season) == (7, 9, dates.Season.RAINY)
    assert f"hivernage {told['year']}" in text(visit("moussa").get(f"/disputes/{number}/"))


def test_the_months_of_another_institution_change_nothing_here(visit, house):
    settled(house, N.RAINY_MONTHS, "7-9", code="KOB")
    settled(house, N.HIDDEN_KINDS, "dispute.kind=chieftaincy", code="KOB")
    assert "chefferie ou titre coutumier" in text(visit("moussa").get("/disputes/new/"))
    assert "chefferie ou titre coutumier" not in text(visit("kadia").get("/disputes/new/"))


def test_a_hidden_type_is_not_offered_and_not_taken_but_stays_where_it_is(visit, house):
    with scope.seen_by(house.actor("moussa")):
        number = house.registered(kind=DisputeKind.CHIEFTAINCY).reference
    db.session.rollback()
    moussa = visit("moussa")
    assert "chefferie ou titre coutumier" in text(moussa.get("/disputes/new/"))
    settled(house, N.HIDDEN_KINDS, "dispute.kind=chieftaincy, dispute.kind=boundary")
    page = text(moussa.get("/disputes/new/"))
    assert "chefferie ou titre coutumier" not in page and "limite de champ" in page
    told = {"title": "Or", "kind": "chieftaincy", "channel": "oral", "place": "Farako"}
    assert "de la liste" in text(moussa.post("/disputes/new/", told))
    assert "chefferie ou titre coutumier" in text(moussa.get(f"/disputes/{number}/"))
    amend = text(moussa.get(f"/disputes/{number}/amend/"))
    assert "chefferie ou titre coutumier" in amend and "limite entre communes" not in amend


def test_known_years_are_offered_for_the_birth_of_a_party(visit, house):
    number = number_of(house, casefile.fresh)
    address = f"/disputes/{number}/parties/new/"
    assert "connue de tous" not in text(visit("moussa").get(address))
    settled(house, N.EVENTS, "1973 la grande sécheresse")
    page = text(visit("moussa").get(address))
    assert page.count("la grande sécheresse (1973)") == 1
    told = {"name": "Fanta", "kind": "person", "side": "1", "born_on-precision": "year",
            "born_on-local": "la grande sécheresse"}
    assert visit("moussa").post(address, told).status_code == 302
    assert "1973 (estimé)" in text(visit("moussa").get(f"/disputes/{number}/"))


def test_the_follow_up_schedule_is_offered_when_a_visit_is_planned(visit, house):
    with scope.seen_by(house.actor("moussa")):
        number = agreements.signed(house).dispute.reference
    db.session.rollback()
    address = f"/disputes/{number}/agreements/1/visits/plan/"
    assert "après 3 mois" not in text(visit("moussa").get(address))
    settled(house, N.VISIT_MONTHS, "3, 6")
    page = text(visit("moussa").get(address))
    assert "après 3 mois :" in page and "après 6 mois :" in page
    day = page.split('name="planned_on-precision" value="')[1].split('"')[0]
    assert visit("moussa").post(address, {"planned_on-precision": day}).status_code == 302


def test_one_summons_too_many_or_too_soon_is_a_warning_and_not_a_refusal(visit, house):
    number = number_of(house, casefile.accepted)
    address, told = f"/disputes/{number}/summons/new/", {"party": "1", "session": "1"}
    moussa = visit("moussa")
    assert "Avant d’en envoyer une autre" not in text(moussa.get(address))
    settled(house, N.MOST_SUMMONS, "1")
    settled(house, N.SUMMONS_DAYS, "30")
    page = text(moussa.get(address))
    assert "Déjà 1 sur 1 au plus" in page and "Il faut 30 jours entre deux" in page
    told |= {"happened_on-precision": str(clock.today())}
    assert moussa.post(address, told).status_code == 302
    flashed = text(moussa.get(f"/disputes/{number}/"))
    assert "Déjà 1 sur 1 au plus" in flashed and "Il faut 30 jours entre deux" in flashed


def test_a_summons_to_somebody_else_is_not_counted(visit, house):
    number = number_of(house, casefile.accepted)
    settled(house, N.MOST_SUMMONS, "1")
    moussa = visit("moussa")
    assert moussa.post(f"/disputes/{number}/summons/new/", {"party": "2", "session": "1"}).status_code == 302
    assert "au plus (" not in text(moussa.get(f"/disputes/{number}/"))


def test_fewer_sessions_than_usual_are_told_before_an_agreement_is_written(visit, house):
    number = number_of(house, casefile.heard)
    address = f"/disputes/{number}/agreements/new/"
    assert "d’habitude" not in text(visit("moussa").get(address))
    settled(house, N.USUAL_SESSIONS, "3")
    assert "1 séance tenue, 3 d’habitude" in text(visit("moussa").get(address))
    settled(house, N.USUAL_SESSIONS, "1")
    assert "d’habitude" not in text(visit("moussa").get(address))


def test_the_delay_before_the_first_session_is_told_until_there_is_one(visit, house):
    number = number_of(house, casefile.complete)
    address = f"/disputes/{number}/sessions/plan/"
    assert "La première séance" not in text(visit("moussa").get(address))
    settled(house, N.FIRST_SESSION_DAYS, "10")
    assert "La première séance, avant le" in text(visit("moussa").get(address))
    assert visit("moussa").post(address, {"planned_on-precision": str(clock.today())}).status_code == 302
    assert "La première séance" not in text(visit("moussa").get(address))


def test_the_forms_of_a_dispute_ask_for_what_is_settled_only_once(visit, house, statements):
    number = number_of(house, casefile.accepted)
    moussa = visit("moussa")
    address = f"/disputes/{number}/parties/new/"
    before = statements(lambda: moussa.get(address))
    for name, value in ((N.EVENTS, "1973 la sécheresse"), (N.RAINY_MONTHS, "7-9"),
                        (N.HIDDEN_LANGUAGES, "party.language=bozo")):
        settled(house, name, value)
    assert statements(lambda: moussa.get(address)) == before


# Roles


@pytest.mark.parametrize(("address", "told", "sentence"), [
    ("/institutions/MSG/roles/new/", {"role": "analyst"}, "de la liste"),
    ("/roles/new/", {"role": "authority", "place": "Cercle"}, "de la liste"),
    ("/roles/new/", {"role": "analyst", "place": ""}, "porte sur un territoire"),
])
def test_each_role_has_its_own_reach(visit, house, address, told, sentence):
    given = {"account_id": str(house.ids["drissa"]), "since": "01/03/2024", **told}
    assert sentence in text(visit("admin").post(address, given))


def test_an_authority_serves_in_an_institution_and_an_analyst_over_a_territory(visit, house):
    admin, given = visit("admin"), {"account_id": str(house.ids["drissa"]), "since": "01/03/2024"}
    assert "autorité" in text(admin.get("/institutions/MSG/roles/new/"))
    assert admin.post("/institutions/MSG/roles/new/", {**given, "role": "authority"}).status_code == 302
    assert "suivi-évaluation" in text(admin.get("/roles/new/"))
    assert admin.post("/roles/new/", {**given, "role": "analyst", "place": "Cercle"}).status_code == 302
    assert "autorité" in text(admin.get("/institutions/MSG/")) and "suivi-évaluation" in text(admin.get("/roles/"))


@pytest.mark.parametrize("facts", [
    RoleFacts(0, Role.AUTHORITY, clock.today(), None, "R1"), RoleFacts(0, Role.AUTHORITY, clock.today()),
    RoleFacts(0, Role.ANALYST, clock.today(), "MSG"), RoleFacts(0, Role.ANALYST, clock.today()),
    RoleFacts(0, Role.ANALYST, clock.today(), "MSG", "R1")])
def test_a_role_with_the_wrong_reach_is_refused(facts):
    with pytest.raises(BrokenRule):
        has_its_reach(facts)


def test_a_role_with_its_own_reach_is_not_refused():
    has_its_reach(RoleFacts(0, Role.AUTHORITY, clock.today(), "MSG"))
    has_its_reach(RoleFacts(0, Role.ANALYST, clock.today(), None, "R1"))
