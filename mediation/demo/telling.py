"""Telling a dispute in order: each step is a real act, done by somebody some days ago."""

import uuid
from datetime import timedelta
from io import BytesIO

from mediation.acts import scope
from mediation.agreements import service as agreements
from mediation.agreements.kinds import AgreementForm, Basis, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import AgreementFacts, LineFacts, ReadAloudFacts, SignFacts
from mediation.commissions import queries as commissions
from mediation.disputes import queries as disputes
from mediation.disputes.kinds import Channel, DisputeKind
from mediation.disputes.rules import AcceptFacts, AssignFacts, DisputeFacts
from mediation.disputes.service import accept_dispute, assign_dispute
from mediation.documents.kinds import DocumentKind
from mediation.documents.rules import DocumentFacts
from mediation.documents.service import add_document
from mediation.documents.uploads import receive
from mediation.intake.rules import FollowFacts, IntakeFacts, TranscribeFacts
from mediation.intake.service import follow_dispute, register_whole_dispute, transcribe_dispute
from mediation.kernel import clock, dates
from mediation.kernel.dates import ApproximateDate
from mediation.land.rules import ObjectFacts
from mediation.papers.issuing import issue
from mediation.papers.kinds import PaperKind
from mediation.papers.rules import ReserveFacts
from mediation.parties.kinds import Language, Mandate, PartyKind
from mediation.parties.models import Party
from mediation.parties.rules import PartyFacts, RepresentativeFacts
from mediation.parties.service import appoint_representative
from mediation.places.models import SaidPlace
from mediation.referrals import queries as referrals
from mediation.referrals.rules import LinkFacts
from mediation.referrals.service import take_over_referred
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.models import MediationSession
from mediation.sessions.queries import agreed_at
from mediation.sessions.rules import PresenceFacts, SeatFacts, SessionFacts
from mediation.sessions.service import record_session

TODAY = clock.today()


def ago(days: int) -> ApproximateDate:
    """The day that many days before the demo was loaded (after it, when negative)."""
    return dates.on(TODAY - timedelta(days=days))


def here(name: str) -> SaidPlace:
    """A village of the demo, by the words it is said with."""
    return SaidPlace(None, name)


def person(side: int, name: str, **more) -> PartyFacts:
    """A person on a side."""
    return PartyFacts(side, PartyKind.PERSON, name, **more)


def group(side: int, name: str, kind: PartyKind = PartyKind.LINEAGE, **more) -> PartyFacts:
    """A group on a side; somebody must speak for it."""
    return PartyFacts(side, kind, name, **more)


class Telling:
    """A story being told, of one dispute or of several; `cast` gives account id and name by login.

    What is done is done in the dispute begun last, or in the one that was turned to.
    """

    # How a demand came, where a story does not say.
    channel: Channel | None = Channel.ORAL

    def __init__(self, cast: dict[str, tuple[int, str]]):
        self.cast, self.references, self.reference = cast, [], None

    def begun(self, reference: str) -> None:
        """A dispute has begun: what follows is told of it."""
        self.references.append(reference)
        self.reference = reference

    def turns_to(self, number: int) -> None:
        """What follows is told of the first, the second… dispute of the story."""
        self.reference = self.references[number - 1]

    def __call__(self, days: int, login: str, verb, facts=None, row: tuple | None = None):
        """Perform an act on the dispute, or on a numbered row of it, that many days ago."""
        with clock.moved_by(timedelta(days=-days)):
            actor = scope.resolve(*self.cast[login])
            with scope.seen_by(actor):
                subject = disputes.find(self.reference)
                if row is not None:
                    subject = disputes.find_in(row[0], subject, row[1])
                return verb(actor, subject, facts)

    def begins(
        self,
        days: int,
        login: str,
        code: str,
        title: str,
        kind: DisputeKind,
        place: str | SaidPlace,
        parties: tuple,
        what: ObjectFacts | None = None,
        *,
        attempts: tuple = (),
        harms: tuple = (),
        follows: LinkFacts | None = None,
        **saisine,
    ) -> None:
        """The saisine, with its parties and object, at the desk of an institution; perhaps after another dispute."""
        saisine = {"channel": self.channel, "happened_on": ago(days), **saisine}
        facts = IntakeFacts(
            DisputeFacts(title, kind, place=place if isinstance(place, SaidPlace) else here(place), **saisine),
            parties,
            (what,) if what else (),
            attempts,
            harms,
        )
        verb, told = (follow_dispute, FollowFacts(facts, follows)) if follows else (register_whole_dispute, facts)
        self._opens(days, login, verb, lambda actor: commissions.find(code), told)

    def takes_over(self, days: int, login: str, facts: DisputeFacts) -> None:
        """The institution to which the dispute was referred opens its own: the story goes on there."""
        sent = self.reference
        self._opens(days, login, take_over_referred, lambda actor: referrals.find_received(actor, sent), facts)

    def copies(self, days: int, login: str, code: str, facts: TranscribeFacts) -> None:
        """A dispute is copied from an old paper register."""
        self._opens(days, login, transcribe_dispute, lambda actor: commissions.find(code), facts)

    def _opens(self, days: int, login: str, verb, subject, facts) -> None:
        with clock.moved_by(timedelta(days=-days)):
            actor = scope.resolve(*self.cast[login])
            with scope.seen_by(actor):
                self.begun(verb(actor, subject(actor), facts).reference)

    def issues(self, days: int, login: str, kind: PaperKind, about: int = 0) -> None:
        """An official paper about the dispute, or about the row of this number."""
        def issued(actor, dispute, facts):
            return issue(actor, dispute, facts, key=str(uuid.uuid4()))

        self(days, login, issued, ReserveFacts(kind, about))

    def speaks(
        self,
        days: int,
        login: str,
        party: int,
        name: str,
        mandate: Mandate,
        quality: str | None = None,
        words: str | None = None,
    ) -> None:
        """Somebody speaks for a group."""
        self(
            days,
            login,
            appoint_representative,
            RepresentativeFacts(name, mandate, quality, words),
            (Party, party),
        )

    def accepted(self, days: int, chair: str, mediator: str | None = None) -> None:
        """The commission takes the dispute and entrusts it."""
        self(days, chair, accept_dispute, AcceptFacts(ago(days)))
        if mediator:
            account_id, name = self.cast[mediator]
            self(days, chair, assign_dispute, AssignFacts(account_id, name, leads=True))

    def meets(
        self,
        days: int,
        login: str,
        result: Result,
        said: str,
        *,
        came=(1, 2),
        absent=(),
        refused=(),
        kind: SessionKind = SessionKind.JOINT,
        place: str | None = None,
        chair: str | None = None,
        planned: int | None = None,
        entered: int | None = None,
        **more,
    ) -> None:
        """A session that was held: who came by party number, who chaired, what was said."""
        presences = [
            PresenceFacts(how, party=number)
            for how, numbers in (
                (Presence.CAME, came),
                (Presence.ABSENT, absent),
                (Presence.REFUSED, refused),
            )
            for number in numbers
        ]
        facts = SessionFacts(
            ago(days),
            result,
            said,
            kind,
            here(place) if place else None,
            attendance=tuple(presences),
            bench=(SeatFacts(chair, None, True),) if chair else (),
            **more,
        )
        row = (MediationSession, planned) if planned else None
        self(days if entered is None else entered, login, record_session, facts, row)

    def settles(
        self,
        days: int,
        login: str,
        commitments: tuple,
        people: tuple,
        language: Language,
        *,
        read: int | None = None,
        signed: int | None = None,
        reader: str | None = None,
        number: int = 1,
        paper: PaperKind | None = None,
        **more,
    ) -> None:
        """The first agreement, or that of this number: written, then read and signed if days are given.

        It names the session at which the sides agreed. `people` are the lines of signature; `paper` is issued
        when it was read, to be signed.
        """
        facts = AgreementFacts(
            Basis.PARTIES,
            AgreementForm.WRITTEN,
            more.pop("total", True),
            ago(days),
            found_at=self(days, login, lambda actor, dispute, facts: agreed_at(dispute)),
            commitments=commitments,
            **more,
        )
        self(days, login, agreements.record_agreement, facts)
        sides = tuple(sorted({letter for c in commitments for letter in (*c.debtors, *c.creditors)}))
        if read is not None:
            self(
                read,
                login,
                agreements.read_aloud_agreement,
                ReadAloudFacts((language,), reader, sides, ago(read)),
                (Agreement, number),
            )
        if paper is not None:
            self.issues(read, login, paper, number)
        if signed is not None:
            self(signed, login, agreements.sign_agreement, SignFacts(people, ago(signed)), (Agreement, number))

    def adds(self, days: int, login: str, kind: DocumentKind, data: bytes, title: str | None = None, **more) -> None:
        """A piece, as somebody sends it."""
        kept = receive(BytesIO(data), None, kind)
        self(days, login, add_document, DocumentFacts(kind, kept, title, **more))


def line(signer: Signer, number: int, mark: Mark, language: Language, by: str) -> LineFacts:
    """One filled line of signature, certified by somebody."""
    return LineFacts(signer, number, mark, by, language, by)


def both_sign(language: Language, by: str) -> tuple[LineFacts, ...]:
    """Two persons, one of whom does not write: somebody read to both and saw the thumbprint."""
    return (line(Signer.PARTY, 1, Mark.SIGNED, language, by), line(Signer.PARTY, 2, Mark.THUMBPRINT, language, by))
