"""Builders walk the real acts, so that nothing impossible can be built."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from mediation.accounts import service as account_acts
from mediation.accounts.rules import AccountFacts
from mediation.acts import scope
from mediation.acts.scope import KEEPER, Actor
from mediation.acts.vocabulary import Role
from mediation.commissions import service as commissions
from mediation.commissions.kinds import InstitutionKind
from mediation.commissions.models import Institution
from mediation.commissions.rules import InstitutionFacts, RoleFacts
from mediation.disputes import service as disputes
from mediation.disputes.kinds import Channel, DisputeKind
from mediation.disputes.models import Dispute
from mediation.disputes.rules import AcceptFacts, DisputeFacts
from mediation.kernel import clock
from mediation.places import service as places
from mediation.places.kinds import PlaceKind
from mediation.places.models import SaidPlace
from mediation.places.rules import PlaceFacts

SAISINE = DisputeFacts(title="Limite des champs au marigot", kind=DisputeKind.FIELD_LIMIT, channel=Channel.ORAL,
                       place=SaidPlace(None, "Farako"))


@dataclass
class House:
    """Two communes of one cercle, a commission in each, and a person for each role."""

    ids: dict[str, int] = field(default_factory=dict)

    @classmethod
    def built(cls) -> "House":
        """Places, institutions and people, made by the acts that make them."""
        house = cls()
        with scope.seen_by(KEEPER):
            for code, name, kind, above in (
                ("R1", "Région", PlaceKind.REGION, None), ("R1C1", "Cercle", PlaceKind.CERCLE, "R1"),
                ("R1C1A", "Massigui", PlaceKind.COMMUNE, "R1C1"), ("R1C1B", "Koba", PlaceKind.COMMUNE, "R1C1"),
                ("R1C1A1", "Farako", PlaceKind.VILLAGE, "R1C1A"), ("R1C1A2", "Kabala", PlaceKind.VILLAGE, "R1C1A"),
            ):
                places.add_place(KEEPER, None, PlaceFacts(code, name, kind, above))
            for code, place in (("MSG", "R1C1A"), ("KOB", "R1C1B")):
                commissions.create_commission(KEEPER, None, InstitutionFacts(
                    code, f"Commission foncière de {place}", InstitutionKind.COMMUNE_COMMISSION, place))
            for login, role, where in (
                ("awa", Role.MEDIATOR, "MSG"), ("moussa", Role.SECRETARY, "MSG"), ("bakary", Role.CHAIR, "MSG"),
                ("kadia", Role.SECRETARY, "KOB"), ("drissa", Role.MEDIATOR, "KOB"),
                ("salimata", Role.REVIEWER, "R1"), ("admin", Role.ADMINISTRATOR, None),
            ):
                house.person(login, role, where)
        return house

    def person(self, login: str, role: Role | None = None, where: str | None = None) -> Actor:
        """One more person, with a role in an institution, over a territory (reviewers), or in the house."""
        account = account_acts.invite_account(KEEPER, None, AccountFacts(login, login.capitalize()))
        self.ids[login] = account.id
        if role is not None:
            place, code = (where, None) if role in (Role.REVIEWER, Role.ANALYST) else (None, where)
            commissions.grant_role(KEEPER, None, RoleFacts(
                self.ids[login], role, clock.today() - timedelta(days=400), code, place))
        return self.actor(login)

    def actor(self, login: str) -> Actor:
        """This person, with the roles and the sight of this moment."""
        return scope.resolve(self.ids[login], login.capitalize())

    def institution(self, code: str = "MSG") -> Institution:
        """One of the two commissions."""
        from mediation.commissions.queries import find

        return find(code)

    def registered(self, by: str = "moussa", code: str = "MSG", **saisine) -> Dispute:
        """A dispute just registered."""
        return disputes.register_dispute(self.actor(by), self.institution(code), replace(SAISINE, **saisine))

    def accepted(self, by: str = "moussa", code: str = "MSG", **saisine) -> Dispute:
        """A dispute with two sides and a field, examined and accepted."""
        from tests.builders.land import one_field
        from tests.builders.parties import two_sides

        dispute = self.registered(by, code, **saisine)
        two_sides(self, dispute, by)
        one_field(self, dispute, by)
        disputes.accept_dispute(self.actor(by), dispute, AcceptFacts())
        return dispute
