"""One dispute in which every act has something to act on, and the facts with which each is attempted."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from mediation.acts import guard, scope
from mediation.acts.act import Act
from mediation.acts.catalogue import CATALOGUE, END_STANDIN, NAME_STANDIN
from mediation.acts.refusals import NotFound
from mediation.acts.scope import KEEPER, Actor
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import CommitmentStage, Ending, Role, Stage
from mediation.agreements import service as agreements
from mediation.agreements.kinds import AgreementForm, Basis, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import (
    AbandonFacts,
    AgreementFacts,
    CommitmentFacts,
    LineFacts,
    ReadAloudFacts,
    SignFacts,
)
from mediation.disputes import queries
from mediation.disputes import service as disputes
from mediation.disputes.kinds import AttemptChannel, DeclineReason, HarmKind, Resource
from mediation.disputes.models import Attempt, Dispute, Harm
from mediation.disputes.rules import (
    AcceptFacts,
    AssignFacts,
    AttemptFacts,
    DeclineFacts,
    HarmFacts,
    WithdrawFacts,
)
from mediation.followup import service as followup
from mediation.followup.models import Visit
from mediation.followup.rules import CloseFacts, FindingFacts, VisitFacts
from mediation.followup.rules import PlanFacts as VisitPlanFacts
from mediation.kernel import clock, dates
from mediation.kernel.db import db
from mediation.land import service as land
from mediation.land.models import ContestedObject
from mediation.land.rules import ObjectFacts
from mediation.parties import service as parties
from mediation.parties.kinds import Language, Mandate, PartyKind
from mediation.parties.models import Party, Representative, Witness
from mediation.parties.rules import PartyFacts, RepresentativeFacts, WitnessFacts
from mediation.referrals import service as referrals
from mediation.sessions import service as sessions
from mediation.sessions.kinds import Presence, Result
from mediation.sessions.models import MediationSession, ReservedNote, Summons
from mediation.sessions.rules import (
    CancelFacts,
    DefaultFacts,
    FailFacts,
    NoteFacts,
    PlanFacts,
    PostponeFacts,
    PresenceFacts,
    ServiceFacts,
    SessionFacts,
    SummonsFacts,
)
from tests.acts.beside import BESIDE, closed_by_mistake, everything_beside, on_their_way, people_beside
from tests.builders import SAISINE
from tests.builders.sessions import COME

YESTERDAY = dates.on(clock.today() - timedelta(days=1))
NEXT_WEEK = dates.on(clock.today() + timedelta(days=7))
STRIKE = StrikeFacts("Saisi par erreur")
PERSON = PartyFacts(1, PartyKind.PERSON, "Adama Coulibani")
FIELD = ObjectFacts(Resource.FIELD, "Le champ du marigot")
HELD = SessionFacts(YESTERDAY, Result.GOES_ON, "On continue", attendance=(PresenceFacts(Presence.CAME, party=1),))
MISSED = SessionFacts(YESTERDAY, Result.ABSENCE, attendance=(PresenceFacts(Presence.ABSENT, party=2),))
AGREED = AgreementFacts(Basis.PARTIES, AgreementForm.WRITTEN, True, YESTERDAY,
                        condition_who="La mairie", condition_what="borne le champ",
                        commitments=(CommitmentFacts(("A",), "rend la charrue", ("B",)),))
READ = ReadAloudFacts((Language.BAMANANKAN,), "Awa", ("A", "B"), YESTERDAY)
SIGNED = SignFacts((LineFacts(Signer.PARTY, 1, Mark.SIGNED), LineFacts(Signer.PARTY, 2, Mark.THUMBPRINT, "Awa")),
                   YESTERDAY)
SIGNED_BY_ALL = SignFacts((*SIGNED.lines, LineFacts(Signer.REPRESENTATIVE, 1, Mark.SIGNED),
                           LineFacts(Signer.PARTY, 4, Mark.REFUSED, reason="Pas d’accord")), YESTERDAY)

# What each act of a dispute is attempted on (None: the dispute; else a row by number) and with.
ATTEMPTED = {
    "dispute.amend": (None, SAISINE),
    "dispute.accept": (None, AcceptFacts()),
    "dispute.decline": (None, DeclineFacts(DeclineReason.COMPETENCE)),
    "dispute.assign": (None, AssignFacts(None, "Un ancien du village")),
    "dispute.withdraw": (None, WithdrawFacts("Adama", "Arrangé en famille")),
    "dispute.close": (None, CloseFacts(Ending.OVERTAKEN, "Le champ est inondé")),
    "attempt.add": (None, AttemptFacts(AttemptChannel.FAMILY)),
    "attempt.amend": ((Attempt, 1), AttemptFacts(AttemptChannel.COURT)),
    "attempt.strike": ((Attempt, 1), STRIKE),
    "harm.record": (None, HarmFacts(HarmKind.CATTLE, 2)),
    "harm.strike": ((Harm, 1), STRIKE),
    "party.add": (None, PERSON),
    "party.amend": ((Party, 1), PERSON),
    "party.strike": ((Party, 4), STRIKE),
    "representative.appoint": ((Party, 4), RepresentativeFacts("Siaka", Mandate.ORAL)),
    "representative.strike": ((Representative, 1), STRIKE),
    "witness.add": (None, WitnessFacts()),
    "witness.amend": ((Witness, 1), WitnessFacts("Témoin A")),
    "witness.strike": ((Witness, 1), STRIKE),
    "object.add": (None, FIELD),
    "object.amend": ((ContestedObject, 1), FIELD),
    "object.strike": ((ContestedObject, 3), STRIKE),
    "summons.issue": (None, SummonsFacts(1, text=COME)),
    "summons.record_service": ((Summons, 2), ServiceFacts(True, YESTERDAY)),
    "summons.strike": ((Summons, 2), STRIKE),
    "session.schedule": (None, PlanFacts(NEXT_WEEK)),
    "session.postpone": ((MediationSession, 1), PostponeFacts("Pluies")),
    "session.cancel": ((MediationSession, 1), CancelFacts("Deuil")),
    "session.record": (None, HELD),
    "session.amend": ((MediationSession, 2), HELD),
    "session.strike": ((MediationSession, 3), STRIKE),
    "note.write": (None, NoteFacts("À voir avec l’aîné")),
    "note.open": ((ReservedNote, 1), None),
    "note.strike": ((ReservedNote, 1), STRIKE),
    "agreement.record": (None, AGREED),
    "agreement.amend": ((Agreement, 1), AGREED),
    "agreement.abandon": ((Agreement, 1), AbandonFacts("Repris à zéro")),
    "agreement.read_aloud": ((Agreement, 1), READ),
    "agreement.sign": ((Agreement, 2), SIGNED_BY_ALL),
    "mediation.fail": (None, FailFacts(YESTERDAY, "Aucun", "Chacun reste sur sa position")),
    "mediation.default": (None, DefaultFacts(YESTERDAY, "Jamais venu")),
    "visit.plan": ((Agreement, 3), VisitPlanFacts(NEXT_WEEK)),
    "visit.record": ((Agreement, 3), VisitFacts(findings=(FindingFacts(3, CommitmentStage.KEPT),))),
    "visit.strike": ((Visit, 1), STRIKE),
} | BESIDE

PEOPLE = {
    "mediator of the team": "awa", "mediator, not of the team": "oumar", "secretary": "moussa", "chair": "bakary",
    "secretary elsewhere": "kadia", "reviewer": "salimata", "administrator": "admin",
    "secretary who is a party": "sira", "stand-in secretary": "drissa", "chair replaced for it": "binta",
    "authority": "nana", "analyst": "lassina",
}


@dataclass
class Scene:
    """The dispute in which everything is there, and who attempts."""

    reference: str
    dispute_id: int
    ids: dict[str, int]

    def actor(self, login: str) -> Actor:
        """This person, as they stand now."""
        return scope.resolve(self.ids[login], login.capitalize())

    def is_seen_by(self, actor: Actor) -> bool:
        """Whether this person sees the dispute at all."""
        with scope.seen_by(actor):
            return db.session.scalar(select(Dispute.id).where(Dispute.id == self.dispute_id)) is not None

    def subject(self, act: Act):
        """What the act is attempted on."""
        row, _ = ATTEMPTED[act.name]
        return self.row(*row) if row else self.dispute()

    def dispute(self) -> Dispute:
        """The dispute, if it is there for whoever looks."""
        dispute = db.session.scalar(select(Dispute).where(Dispute.id == self.dispute_id))
        if dispute is None:
            raise NotFound(self.reference)
        return dispute

    def row(self, model, number: int):
        """A row of the dispute, by its number."""
        return queries.find_in(model, self.dispute(), number)


def holding(act: Act, actor: Actor, seen: bool):
    """Everybody holds what the act is attempted on, seen or not; what was sent is held by whom it was sent to."""
    if act.guests and not seen:
        db.session.expunge_all()
        return scope.looking_as(actor, as_guest=True)
    return scope.seen_by(actor if seen else KEEPER)


def every_act_of_a_dispute() -> list[Act]:
    """The rows of the regulation that happen inside a dispute; a stand-in is named when there is none any more."""
    acts = [act for act in CATALOGUE.values() if act.in_dispute]
    return sorted(acts, key=lambda act: (act is NAME_STANDIN, act is END_STANDIN))


def set_up(house) -> Scene:
    """A dispute in mediation with one of everything, and two more people: one off the team, one a party."""
    house.person("oumar", Role.MEDIATOR, "MSG")
    house.person("sira", Role.SECRETARY, "MSG")
    people_beside(house)
    house.person("nana", Role.AUTHORITY, "MSG")
    house.person("lassina", Role.ANALYST, "R1")
    dispute = house.registered(by="awa")
    reference, number = dispute.reference, dispute.id
    scene = Scene(reference, number, house.ids)
    house.registered(title="Le champ voisin")

    def does(login: str, verb, facts=None, row: tuple | None = None) -> None:
        with scope.seen_by(scene.actor(login)):
            found = queries.find(reference)
            verb(scene.actor(login), queries.find_in(row[0], found, row[1]) if row else found, facts)

    does("moussa", disputes.add_attempt, ATTEMPTED["attempt.add"][1])
    does("moussa", disputes.record_harm, ATTEMPTED["harm.record"][1])
    does("moussa", parties.add_party, PERSON)
    does("moussa", parties.add_party, PartyFacts(2, PartyKind.PERSON, "Bina Diarrani"))
    does("moussa", land.add_object, FIELD)
    does("moussa", land.add_object, FIELD)
    does("moussa", parties.add_witness, WitnessFacts())
    does("awa", sessions.schedule_session, PlanFacts(NEXT_WEEK))
    does("bakary", disputes.accept_dispute, AcceptFacts())
    for _ in range(2):
        does("moussa", sessions.issue_summons, SummonsFacts(2, happened_on=YESTERDAY, text=COME))
    does("moussa", sessions.record_service_summons, ServiceFacts(True, YESTERDAY), (Summons, 1))
    does("awa", sessions.record_session, HELD)
    does("awa", sessions.record_session, MISSED)
    does("awa", sessions.write_note, NoteFacts("Réservé"))
    closed_by_mistake(does)
    for _ in range(6):
        does("moussa", agreements.record_agreement, AGREED)
    for agreement in (2, 3, 4, 5, 6):
        does("moussa", agreements.read_aloud_agreement, READ, (Agreement, agreement))
    for agreement in (3, 4, 5, 6):
        does("moussa", agreements.sign_agreement, SIGNED, (Agreement, agreement))
    on_their_way(does)
    does("moussa", land.add_object, FIELD)
    does("moussa", followup.plan_visit, VisitPlanFacts(NEXT_WEEK), (Agreement, 3))
    does("moussa", parties.add_party, PartyFacts(2, PartyKind.PERSON, "Sira", account_id=house.ids["sira"]))
    does("moussa", parties.add_party, PartyFacts(2, PartyKind.PERSON, "Un voisin"))
    does("moussa", parties.appoint_representative, RepresentativeFacts("Siaka", Mandate.ORAL), (Party, 3))
    everything_beside(does)
    with guard.opened(None), db.engine.begin() as connection:
        put_at(scene, Stage.IN_MEDIATION, connection)
    does("moussa", referrals.suspend_dispute, BESIDE["dispute.suspend"][1])
    return scene


def put_at(scene: Scene, stage: Stage, connection) -> None:
    """Put the dispute at a stage behind the register's back: here the guard is what is on trial."""
    dispute = Dispute.__table__
    ending = Ending.KEPT if stage is Stage.CLOSED else None
    connection.execute(dispute.update().where(dispute.c.id == scene.dispute_id).values(stage=stage, ending=ending))


