"""A settlement that was read, its minutes, and who asks for them."""

import uuid

import pytest

from mediation.acts import scope
from mediation.disputes.queries import find
from mediation.kernel.db import db
from mediation.papers import queries
from mediation.places.models import SaidPlace
from mediation.sessions.rules import SeatFacts
from tests.builders.agreements import in_mediation, read
from tests.builders.sessions import held, team


class Papers:
    """The papers of one dispute: issued by a person at the screen, read from the register."""

    def __init__(self, house, visit, reference: str):
        self.house, self.visit, self.reference = house, visit, reference
        self.at = f"/disputes/{reference}/papers/"

    def issue(self, kind: str = "conciliation", about: int = 1, by: str = "moussa", key: str | None = None):
        """Press the button; the answer of the page."""
        return self.visit(by).post(f"{self.at}new/{kind}/{about}/", {"key": key or str(uuid.uuid4())})

    def issued(self, *given, **more):
        """The paper that was made."""
        assert self.issue(*given, **more).status_code == 302
        return self.all()[-1]

    def all(self) -> list:
        """Every paper, as the register holds them now."""
        db.session.rollback()
        with scope.seen_by(self.house.actor("moussa")):
            return queries.papers_of(find(self.reference))

    def file(self, number: int = 1, by: str = "moussa"):
        """The file of a paper, as it is served."""
        return self.visit(by).get(f"{self.at}{number}/file/")


@pytest.fixture
def papers(house, visit) -> Papers:
    """The papers of a dispute with a settlement that was read to the parties."""
    dispute = in_mediation(house)
    reference = dispute.reference
    held(house, dispute, place=SaidPlace(None, "Markala"), bench=(SeatFacts("Modibo Konaté", "chef de village", True),))
    read(house, dispute, found_at=2)
    team(house, dispute)
    return Papers(house, visit, reference)
