"""What an institution settles: who may, with which source, what is refused, what follows from it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from mediation.acts.ledger import LedgerEntry
from mediation.acts.refusals import BrokenRule, NotPermitted
from mediation.commissions import queries, service
from mediation.commissions.kinds import SettingName, Source, Standing
from mediation.commissions.models import Setting
from mediation.commissions.settings import (
    LISTS,
    SettingFacts,
    Settings,
    checked,
    in_words,
    listed,
    standings_of,
    there,
)
from mediation.disputes.kinds import DisputeKind
from mediation.kernel import clock, dates
from mediation.kernel.dates import Season
from mediation.kernel.db import db
from mediation.kernel.local import LocalEvent
from mediation.parties.kinds import Language
from tests.builders.settings import settled

N = SettingName
TODAY = date(2026, 3, 10)


def facts(name: SettingName, value: str | None, **more) -> SettingFacts:
    return SettingFacts(**{"name": name, "standing": Standing.VALUE, "value": value, "source": Source.LAW, **more})


def broken(told: SettingFacts) -> str:
    with pytest.raises(BrokenRule) as refusal:
        checked(told)
    return refusal.value.field


def of(**values: str) -> Settings:
    return Settings(Setting(name=N(name), standing=Standing.VALUE, value=value, source=Source.PROGRAMME)
                    for name, value in values.items())


@pytest.mark.parametrize("login", ["awa", "moussa", "bakary", "salimata", "kadia"])
def test_only_an_administrator_changes_a_setting(house, login):
    with pytest.raises(NotPermitted):
        service.set_setting(house.actor(login), house.institution(), facts(N.EXAMINE_DAYS, "15"))
    assert queries.settings_of(house.institution().id).number(N.EXAMINE_DAYS) is None


def test_a_setting_is_kept_with_its_source_who_and_when(house):
    settled(house, N.EXAMINE_DAYS, "15")
    kept = queries.settled(house.institution())[N.EXAMINE_DAYS]
    assert (kept.value, kept.source, kept.source_words) == ("15", Source.INTERNAL_RULES, "article 7")
    assert kept.setter.login == "admin" and kept.set_on == clock.today()
    told = list(db.session.execute(select(LedgerEntry.stream, LedgerEntry.act).where(
        LedgerEntry.act == "setting.set")))
    assert told == [("commission:MSG", "setting.set")]
    assert house.institution().act_count == 1


def test_a_setting_is_of_one_institution_and_changes_in_place(house):
    settled(house, N.EXAMINE_DAYS, "15")
    settled(house, N.EXAMINE_DAYS, "20")
    assert queries.settings_of(house.institution().id).number(N.EXAMINE_DAYS) == 20
    assert queries.settings_of(house.institution("KOB").id).number(N.EXAMINE_DAYS) is None
    assert len(list(db.session.scalars(select(Setting)))) == 1
    msg, kob = house.institution().id, house.institution("KOB").id
    assert queries.delays_set().days(N.EXAMINE_DAYS, msg) == 20 and not queries.delays_set().days(N.ANSWER_DAYS, msg)
    assert queries.delays_set().days(N.EXAMINE_DAYS, kob) is None


def test_no_rule_known_is_not_the_same_as_not_settled(house):
    settled(house, N.EXAMINE_DAYS, standing=Standing.NONE_KNOWN, source=None, words=None)
    kept = queries.settled(house.institution())
    assert kept[N.EXAMINE_DAYS].standing is Standing.NONE_KNOWN and kept[N.EXAMINE_DAYS].value is None
    assert N.FIRST_SESSION_DAYS not in kept
    assert queries.settings_of(house.institution().id).number(N.EXAMINE_DAYS) is None
    assert queries.delays_set().settled == frozenset()


def test_what_is_taken_back_has_neither_value_nor_source(house):
    settled(house, N.EXAMINE_DAYS, "15")
    settled(house, N.EXAMINE_DAYS, standing=Standing.NOT_SET)
    kept = queries.settled(house.institution())[N.EXAMINE_DAYS]
    assert (kept.standing, kept.value, kept.source, kept.source_words) == (Standing.NOT_SET, None, None, None)


def test_a_value_says_where_it_comes_from():
    assert broken(facts(N.EXAMINE_DAYS, "15", source=None)) == "source"
    assert checked(facts(N.EXAMINE_DAYS, "15")) == "15"


def test_a_value_and_another_answer_do_not_go_together():
    for standing in (Standing.NONE_KNOWN, Standing.NOT_SET):
        assert broken(facts(N.EXAMINE_DAYS, "15", standing=standing)) == "value"
        assert checked(facts(N.EXAMINE_DAYS, None, standing=standing)) is None
    assert broken(facts(N.EXAMINE_DAYS, None)) == "value"
    assert broken(facts(N.EXAMINE_DAYS, "  ")) == "value"


def test_of_months_and_hidden_entries_something_always_holds():
    assert broken(facts(N.RAINY_MONTHS, None, standing=Standing.NONE_KNOWN)) == "standing"
    assert broken(facts(N.HIDDEN_KINDS, None, standing=Standing.NONE_KNOWN)) == "standing"
    assert checked(facts(N.EVENTS, None, standing=Standing.NONE_KNOWN)) is None
    assert Standing.NONE_KNOWN in standings_of(N.VISIT_MONTHS)


@pytest.mark.parametrize(("name", "told", "kept"), [
    (N.EXAMINE_DAYS, "015", "15"), (N.MOST_SUMMONS, "3", "3"), (N.VISIT_MONTHS, "1,3, 6 mois", "1, 3, 6"),
    (N.VISIT_MONTHS, "1 et 12", "1, 12"), (N.RAINY_MONTHS, "7-9", "7-9"), (N.COLD_MONTHS, "12-1", "12-1"),
    (N.EVENTS, "1973 : la sécheresse\n\n 1984–1985 la famine ", "1973 la sécheresse\n1984-1985 la famine"),
    (N.HIDDEN_KINDS, "dispute.kind=sale, dispute.kind=field_limit", "dispute.kind=field_limit, dispute.kind=sale"),
])
def test_a_value_is_written_one_way(name, told, kept):
    assert checked(facts(name, told)) == kept
    assert checked(facts(name, kept)) == kept


@pytest.mark.parametrize(("name", "told"), [
    (N.EXAMINE_DAYS, "quinze"), (N.EXAMINE_DAYS, "0"), (N.EXAMINE_DAYS, "1000"), (N.EXAMINE_DAYS, "-5"),
    (N.MOST_SUMMONS, "21"), (N.USUAL_SESSIONS, "9999999999"), (N.SUMMONS_DAYS, "1.5"), (N.SUMMONS_DAYS, "²"),
    (N.VISIT_MONTHS, "6, 3, 1"), (N.VISIT_MONTHS, "1, 1"), (N.VISIT_MONTHS, "0"), (N.VISIT_MONTHS, "121"),
    (N.VISIT_MONTHS, "souvent"), (N.VISIT_MONTHS, ", ".join(map(str, range(1, 14)))), (N.VISIT_MONTHS, "9" * 9),
    (N.RAINY_MONTHS, "6"), (N.RAINY_MONTHS, "0-9"), (N.RAINY_MONTHS, "6-13"), (N.RAINY_MONTHS, "juin-octobre"),
    (N.EVENTS, "la sécheresse"), (N.EVENTS, "1973"), (N.EVENTS, "1985-1984 la famine"), (N.EVENTS, "1500 loin"),
    (N.EVENTS, "2999 demain"), (N.EVENTS, "1973 x\n1974 X"), (N.EVENTS, "1973 " + "x" * 121),
    (N.EVENTS, "\n".join(f"{1900 + n} a{n}" for n in range(61))),
    (N.HIDDEN_KINDS, "dispute.kind=other"), (N.HIDDEN_KINDS, "dispute.kind=nothing"), (N.HIDDEN_KINDS, "sale"),
    (N.HIDDEN_KINDS, "party.language=french"), (N.HIDDEN_LANGUAGES, "dispute.kind=sale"),
    (N.HIDDEN_RESOURCES, ", ".join(f"dispute.resources={one.value}" for one in listed("dispute.resources"))),
])
def test_a_value_that_cannot_be_is_refused(name, told):
    assert broken(facts(name, told)) == "value"


def test_every_list_that_is_hidden_is_a_list_of_the_register(app):
    assert set(LISTS) <= set(there())
    assert listed("dispute.kind") is DisputeKind and listed("party.language") is Language
    assert listed("nothing.here") is None and listed("dispute.nothing") is None


def test_a_value_is_told_in_plain_words():
    assert in_words("15") == "15" and in_words(None) == ""
    assert in_words("6-10") == "de juin à octobre"
    assert in_words("1973 la sécheresse\n1984-1985 la famine") == "1973 la sécheresse · 1984-1985 la famine"
    assert in_words("dispute.kind=sale, party.language=bozo") == "vente ou double attribution, bozo"
    assert in_words("dispute.kind=gone") == "gone"


def test_what_the_forms_ask_follows_from_what_is_settled():
    local = of(rainy_months="7-9", events="1973 la sécheresse", hidden_kinds="dispute.kind=sale").local
    assert local.seasons == {Season.RAINY: (7, 9)}
    assert local.events == (LocalEvent("la sécheresse", 1973, 1973),)
    assert local.hides(DisputeKind.SALE) and not local.hides(DisputeKind.FIELD_LIMIT)
    assert not Settings().local.hides(DisputeKind.SALE)


def test_a_delay_is_over_only_where_one_is_settled():
    settings, since = of(examine_days="15"), TODAY - timedelta(days=20)
    assert settings.days_over(N.EXAMINE_DAYS, since, TODAY) == 5
    assert settings.days_over(N.EXAMINE_DAYS, TODAY - timedelta(days=15), TODAY) == 0
    assert settings.last_day(N.EXAMINE_DAYS, TODAY) == TODAY + timedelta(days=15)
    assert Settings().days_over(N.EXAMINE_DAYS, since, TODAY) == 0
    assert Settings().last_day(N.EXAMINE_DAYS, TODAY) is None


def test_the_days_of_the_schedule_are_those_still_to_come():
    settings = of(visit_months="1, 3, 6")
    days = settings.visit_days(dates.on(date(2026, 1, 31)), TODAY)
    assert [day for day, _words in days] == [date(2026, 4, 30), date(2026, 7, 31)]
    assert days[0][1] == "après 3 mois : 30 avril 2026"
    assert settings.visit_days(None, TODAY) == settings.visit_days(dates.unknown(), TODAY) == []
    assert Settings().visit_days(dates.on(TODAY), TODAY) == []


def test_one_summons_too_many_is_warned_about():
    settings, sent = of(most_summons="2"), dates.on(TODAY)
    assert settings.summons_warnings([None], sent) == []
    assert settings.summons_warnings([None, None], sent) == ["Déjà 2 sur 2 au plus (un programme)."]
    assert Settings().summons_warnings([None] * 9, sent) == []


def test_a_summons_too_soon_is_warned_about_only_when_that_is_certain():
    settings, sent = of(summons_days="8"), dates.on(TODAY)
    assert "Il faut 8 jours" in settings.summons_warnings([dates.on(date(2026, 3, 3))], sent)[0]
    assert settings.summons_warnings([dates.on(date(2026, 3, 2))], sent) == []
    assert settings.summons_warnings([dates.in_month(2026, 3)], sent) == []
    assert settings.summons_warnings([None, dates.unknown()], sent) == []
    assert settings.summons_warnings([dates.on(date(2026, 3, 9))], None) == []


def test_fewer_sessions_than_usual_are_told():
    assert of(usual_sessions="3").fewer_sessions(1) == "1 séance tenue, 3 d’habitude (un programme)."
    assert of(usual_sessions="3").fewer_sessions(2) == "2 séances tenues, 3 d’habitude (un programme)."
    assert of(usual_sessions="3").fewer_sessions(3) == Settings().fewer_sessions(0) == ""


def test_what_an_institution_settled_is_asked_once_and_again_after_an_act(house, statements):
    settled(house, N.EXAMINE_DAYS, "15")
    msg = house.institution()
    queries.settings_of(msg.id)
    assert statements(lambda: queries.settings_of(msg.id).number(N.EXAMINE_DAYS)) == 0
    settled(house, N.EXAMINE_DAYS, "20")
    assert queries.settings_of(msg.id).number(N.EXAMINE_DAYS) == 20
