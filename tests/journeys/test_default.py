"""Invented: three summons reach the other party, who never comes; it ends in default."""

from mediation.acts.vocabulary import Ending, SessionStage, SummonsStage
from mediation.casefile.days import short
from mediation.demo.telling import Telling, ago, here, person
from mediation.disputes.kinds import DisputeKind, Relation, Resource
from mediation.disputes.rules import AcceptFacts
from mediation.disputes.service import accept_dispute
from mediation.followup.rules import CloseFacts
from mediation.followup.service import close_dispute
from mediation.land.rules import ObjectFacts
from mediation.sessions.kinds import OutcomeKind, Presence, Result, SummonsChannel
from mediation.sessions.models import MediationSession, Summons
from mediation.sessions.rules import (
    DefaultFacts,
    PlanFacts,
    PresenceFacts,
    ServiceFacts,
    SessionFacts,
    SummonsFacts,
)
from mediation.sessions.service import (
    default_mediation,
    issue_summons,
    record_service_summons,
    record_session,
    schedule_session,
)
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Bœufs de passage dans le coton"
TEXT = "Venez à la commission pour votre litige avec Fanta Kourabari."
SEEN = "Trois convocations remises, aucune réponse."
ROUNDS = ((1, 60), (2, 50), (3, 40))


def as_told(tell: Telling) -> None:
    """Three times: a session is planned, B is called to it and told by the chief, and does not come."""
    tell.begins(70, "moussa", "MSG", TITLE, DisputeKind.CROP_DAMAGE, "Bananintou",
                (person(1, "Fanta Kourabari", asked=True), person(2, "Demba, un berger de passage")),
                ObjectFacts(Resource.FIELD, "Un champ de coton."), relation=Relation.FARMER_HERDER)
    tell(69, "bakary", accept_dispute, AcceptFacts(ago(69)))
    for number, day in ROUNDS:
        tell(day, "moussa", schedule_session, PlanFacts(ago(day - 5), "9 h", here("la mairie")))
        tell(day, "moussa", issue_summons, SummonsFacts(
            2, session=number, channel=SummonsChannel.VILLAGE_CHIEF, happened_on=ago(day), text=TEXT))
        tell(day - 2, "moussa", record_service_summons, ServiceFacts(
            True, ago(day - 1), "le chef de Bananintou", "Demba lui-même"), (Summons, number))
        tell(day - 5, "moussa", record_session, SessionFacts(
            ago(day - 5), Result.ABSENCE, place=here("la mairie"),
            attendance=(PresenceFacts(Presence.CAME, party=1), PresenceFacts(Presence.ABSENT, party=2))),
            (MediationSession, number))
    tell(30, "bakary", default_mediation, DefaultFacts(ago(30), SEEN))
    tell(28, "bakary", close_dispute, CloseFacts(Ending.DEFAULT, happened_on=ago(28)))


def of_each(fact: str, kept: str, value, words: str = "", page: str = "", start: int = 1,
            step: int = 1) -> tuple:
    """The same fact of each of the three rounds; a day is counted from the day of the round."""
    return tuple(
        Fact(f"{fact} ({number})", kept, value(day) if callable(value) else value,
             words.format(number=number),
             row=start + step * (number - 1), page=page and f"sessions/{number}/")
        for number, day in ROUNDS)


def number_of(day: int) -> int:
    """The number of the round that began that many days ago."""
    return next(number for number, began in ROUNDS if began == day)


def on(earlier: int):
    """The day of a round, so many days later."""
    return lambda day: ago(day - earlier)


SESSION = "sessions"
FACTS = (
    *of_each("a session is planned", "mediation_session.planned_on", on(5), page=SESSION),
    *of_each("at an hour", "mediation_session.planned_hour", "9 h", page=SESSION),
    *of_each("in the town hall", "mediation_session.place", here("la mairie"), page=SESSION),
    *of_each("B is called", "summons.party", 2, "Demba, un berger de passage · envoyée", SESSION),
    *of_each("through the village chief", "summons.channel", SummonsChannel.VILLAGE_CHIEF),
    *of_each("that day", "summons.happened_on", on(0), page=SESSION),
    *of_each("by these words", "summons.text", TEXT, page=SESSION),
    *of_each("it is served", "summons.stage", SummonsStage.SERVED, page=SESSION),
    *of_each("the day after", "summons.served_on", on(1), page=SESSION),
    *of_each("by the chief", "summons.served_by", "le chef de Bananintou", page=SESSION),
    *of_each("to the man himself", "summons.received_by", "Demba lui-même", page=SESSION),
    *of_each("the session is held", "mediation_session.stage", SessionStage.HELD, page=SESSION),
    *of_each("on its day", "mediation_session.held_on", on(5), page=SESSION),
    *of_each("A comes", "attendance.presence", Presence.CAME, "Fanta Kourabari · là", SESSION, 1, 2),
    *of_each("B does not", "attendance.presence", Presence.ABSENT, "Demba, un berger de passage · pas là",
             SESSION, 2, 2),
    *of_each("an absence", "mediation_session.result", Result.ABSENCE, page=SESSION),
    *of_each("the default names the summons that was ignored", "ignored_summons.summons", number_of,
             "n° {number} à Demba"),
    Fact("default is stated", "outcome.kind", OutcomeKind.DEFAULT, "Carence"),
    Fact("thirty days ago", "outcome.happened_on", ago(30), short(ago(30))),
    Fact("in these words", "outcome.reason", SEEN),
    Fact("after three attempts", "outcome.attempts", 3, "3 séances tenues"),
    Fact("closed", "dispute.ended_on", ago(28), f"Clos {short(ago(28))}"),
    Fact("by default", "dispute.ending", Ending.DEFAULT, "clos : carence"),
)

ACCOUNT = Account("invented", TITLE, as_told, FACTS)


def test_a_party_who_never_comes_ends_in_default(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
