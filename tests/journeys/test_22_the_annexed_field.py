"""Account 22: who borrowed a plot takes in a field of the other land master; the place itself decides."""

from mediation.acts.vocabulary import Stage
from mediation.demo.telling import Telling, person
from mediation.disputes.kinds import AttemptChannel, AttemptResult, DisputeKind, Relation, Resource
from mediation.disputes.rules import AcceptFacts, AttemptFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel import dates
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.land.service import add_object
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Result, SessionKind
from mediation.sessions.rules import SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from mediation.teams.kinds import InterestKind
from mediation.teams.rules import InterestFacts
from mediation.teams.service import declare_interest
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Champ annexé par l’emprunteur de la parcelle voisine"
TOWN, NEAR = SaidPlace(None, "Fanterela"), SaidPlace(None, "Kouroubafaso")
LOAN = dates.in_year(2006)
NOT_DATED = dates.unknown("pas daté")
LENDER, OWNER = "Le maître de terre de Fanterela-Sud", "Le maître de terre de Kouroubafaso"
LAND_MASTER = "maître de terre"
FOUND = "Le champ est celui du maître de terre de Kouroubafaso."
LENDS_AND_TELLS = "prêteur de la première parcelle ; c’est aussi lui qui raconte"
CLAIMS_IT = "le champ annexé est le sien"
OLD_LIMITS = "Les anciennes limites, connues de mémoire."


def as_told(tell: Telling) -> None:
    """The owner asks the occupier to leave, who denies; the two land masters inspect the place."""
    tell.begins(15, "moussa", "MSG", TITLE, DisputeKind.FIELD_LIMIT, "Fanterela",
                (person(1, "L’occupant", place=TOWN), person(2, OWNER, place=NEAR, quality=LAND_MASTER),
                 person(3, LENDER, quality=LAND_MASTER)),
                ObjectFacts(Resource.PLOT, "La parcelle prêtée pour un temps.", since=LOAN,
                            rights=(RightKind.LOAN,), claims=f"Prêtée par {LENDER}."),
                attempts=(AttemptFacts(AttemptChannel.DIRECT, "le propriétaire", None, AttemptResult.FAILED,
                                       told="Le propriétaire a demandé à l’occupant de partir ; il a nié."),),
                relation=Relation.LENDER_BORROWER, villages=(NEAR,), happened_on=dates.unknown())
    tell(15, "moussa", add_object, ObjectFacts(
        Resource.FIELD, "Le champ voisin, annexé.", rights=(RightKind.CUSTOM,),
        claims="B dit que ce champ est à lui.", evidence=OLD_LIMITS, paper="aucun papier"))
    tell(14, "bakary", accept_dispute, AcceptFacts())
    tell(13, "moussa", record_session, SessionFacts(
        NOT_DATED, Result.GOES_ON, kind=SessionKind.SITE_VISIT,
        place=SaidPlace(None, "le champ annexé"), decided=FOUND, somebody_came=True,
        bench=(SeatFacts(LENDER, LAND_MASTER), SeatFacts(OWNER, LAND_MASTER),
               SeatFacts("Les conseillers du chef", "conseillers"))))
    for name, party, words in ((LENDER, 3, LENDS_AND_TELLS), (OWNER, 2, CLAIMS_IT)):
        tell(13, "moussa", declare_interest, InterestFacts(InterestKind.PARTY, name=name, party=party, words=words))


SESSION = "sessions/1/"
FACTS = (
    Fact("the type: a boundary", "dispute.kind", DisputeKind.FIELD_LIMIT),
    Fact("lent land", "dispute.relation", Relation.LENDER_BORROWER),
    Fact("the first village", "dispute.place", TOWN),
    Fact("the second village", "dispute_place.place", NEAR),
    Fact("the occupier", "party.name", "L’occupant"),
    Fact("a native of the town", "party.place", TOWN, "Village Fanterela"),
    Fact("the owner of the annexed field", "party.name", OWNER, row=2),
    Fact("a land master", "party.quality", LAND_MASTER, f"{OWNER} {LAND_MASTER}", row=2),
    Fact("of another village", "party.place", NEAR, "Village Kouroubafaso", row=2),
    Fact("the lender of the first plot, on a side of his own", "party.side", 3, f"Partie C {LENDER}", row=3),
    Fact("a land master too", "party.quality", LAND_MASTER, f"{LENDER} {LAND_MASTER}", row=3),
    Fact("a plot", "contested_object.kind", Resource.PLOT, "Lot"),
    Fact("for temporary use", "contested_object.description", "La parcelle prêtée pour un temps."),
    Fact("lent in 2006", "contested_object.since", LOAN, "Depuis 2006"),
    Fact("a loan", "contested_object.rights", (RightKind.LOAN,), "Droits prêt"),
    Fact("by that land master", "contested_object.claims", f"Prêtée par {LENDER}."),
    Fact("then a field", "contested_object.kind", Resource.FIELD, "Champ", row=2),
    Fact("that was annexed", "contested_object.description", "Le champ voisin, annexé.", row=2),
    Fact("which the other land master claims", "contested_object.claims", "B dit que ce champ est à lui.",
         row=2),
    Fact("old limits known by word of mouth", "contested_object.evidence", OLD_LIMITS, row=2),
    Fact("not registered", "contested_object.paper", "aucun papier", row=2),
    Fact("tried before: directly", "attempt.channel", AttemptChannel.DIRECT, "Directe, entre les parties"),
    Fact("by the owner", "attempt.body", "le propriétaire"),
    Fact("he asked the occupier to leave", "attempt.told",
         "Le propriétaire a demandé à l’occupant de partir ; il a nié.",
         because="what was asked and answered"),
    Fact("denied", "attempt.result", AttemptResult.FAILED),
    Fact("an inspection of the place", "mediation_session.kind", SessionKind.SITE_VISIT, page=SESSION),
    Fact("not dated", "mediation_session.held_on", NOT_DATED, page=SESSION),
    Fact("by one land master", "bench_member.name", LENDER, f"{LENDER} maître de terre", page=SESSION),
    Fact("and the other", "bench_member.name", OWNER, f"{OWNER} maître de terre", row=2, page=SESSION),
    Fact("with the counsellors of the chief", "bench_member.name", "Les conseillers du chef", row=3,
         page=SESSION),
    Fact("one of those who sit is tied to a party", "interest.name", LENDER, f"Liens déclarés {LENDER}"),
    Fact("he is one himself", "interest.kind", InterestKind.PARTY, "est partie au dossier · prêteur"),
    Fact("the lender, who also tells the story", "interest.words", LENDS_AND_TELLS),
    Fact("and nothing was made of it", "interest.decision", None, f"{LENDS_AND_TELLS} · rien de décidé encore"),
    Fact("the other who sits claims the field", "interest.words", CLAIMS_IT, row=2),
    Fact("he is a party too", "interest.kind", InterestKind.PARTY, f"{OWNER} est partie au dossier · {CLAIMS_IT}",
         row=2),
    Fact("whose field it was found to be", "mediation_session.decided", FOUND, page=SESSION),
    Fact("what was decided then is not known", "dispute.ending", None, "En médiation"),
    Fact("so the mediation goes on", "dispute.stage", Stage.IN_MEDIATION, "En médiation"),
)

ACCOUNT = Account("22", TITLE, as_told, FACTS)


def test_the_annexed_field_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
