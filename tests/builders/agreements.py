"""Settlements, written, read and signed by the acts that do it."""

from dataclasses import replace

from mediation.acts import scope
from mediation.agreements import queries, rules, service
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind, Mark
from mediation.agreements.models import Agreement
from mediation.disputes.models import Dispute
from mediation.disputes.rules import AcceptFacts
from mediation.disputes.service import accept_dispute
from mediation.parties.kinds import Language
from tests.builders.land import one_field
from tests.builders.parties import two_sides
from tests.builders.sessions import days, held

STONES = rules.CommitmentFacts(
    ("A", "B"), "posent ensemble une ligne de pierres", kind=CommitmentKind.MARKING, due_on=days(30)
)
PASSAGE = rules.CommitmentFacts(("B",), "laisse un passage de 4 m jusqu’au puits", ("A",), due_on=days(60))
TEXT = rules.AgreementFacts(
    Basis.PARTIES,
    AgreementForm.WRITTEN,
    total=True,
    happened_on=days(-1),
    points="La limite est l’ancien sentier.",
    commitments=(STONES, PASSAGE),
)
READ = rules.ReadAloudFacts((Language.BAMANANKAN,), "Kadia Samaké", ("A", "B"), days(-1))


def in_mediation(house, by: str = "moussa", **saisine) -> Dispute:
    """A dispute of two sides, one of them a family with its representative, accepted and heard."""
    dispute = house.registered(by, **saisine)
    two_sides(house, dispute, by)
    one_field(house, dispute, by)
    held(house, dispute, by, somebody_came=True)
    return accept_dispute(house.actor(by), dispute, AcceptFacts())


def drafted(house, dispute: Dispute | None = None, by: str = "moussa", **text) -> Agreement:
    """A settlement of two commitments, just written down."""
    dispute = dispute or in_mediation(house)
    return service.record_agreement(house.actor(by), dispute, replace(TEXT, **text))


def read(house, dispute: Dispute | None = None, by: str = "moussa", **text) -> Agreement:
    """A settlement read to the parties and understood."""
    agreement = drafted(house, dispute, by, **text)
    service.read_aloud_agreement(house.actor(by), agreement, READ)
    return agreement


def lines(house, agreement: Agreement, mark: Mark = Mark.SIGNED, by: str = "moussa",
          **more) -> tuple[rules.LineFacts, ...]:
    """The same mark on every line that is proposed."""
    with scope.looking_as(house.actor(by)):
        proposed = rules.lines_of(queries.people_of(agreement.dispute), agreement.guarantors)
    return tuple(rules.LineFacts(line.signer, line.number, mark, **more) for line in proposed)


def signed(house, dispute: Dispute | None = None, by: str = "moussa", **text) -> Agreement:
    """A settlement signed by everybody, yesterday."""
    agreement = read(house, dispute, by, **text)
    facts = rules.SignFacts(lines(house, agreement, by=by), days(-1))
    return service.sign_agreement(house.actor(by), agreement, facts)
