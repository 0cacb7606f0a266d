"""What is contested: a field, a well, a herd; in words first, measured only as far as somebody did."""

from decimal import Decimal

from sqlalchemy import CheckConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mediation.acts.scope import OfDispute
from mediation.acts.strike import Strikable
from mediation.disputes.kinds import Resource
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Amount, Base, Codes, coded
from mediation.kernel.saying import said_date
from mediation.land.kinds import RightKind
from mediation.places.models import SaidPlace, said_place


class ContestedObject(OfDispute, Strikable, Base):
    """One thing the dispute is about; `area` is in hectares, `quantity` in the unit that people use."""

    __tablename__ = "contested_object"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("area IS NULL OR area > 0", "has_area"),
        CheckConstraint("quantity IS NULL OR unit IS NOT NULL", "quantity_has_unit"),
    )

    kind: Mapped[Resource] = mapped_column(coded(Resource))
    name: Mapped[str | None] = mapped_column(String(160))
    description: Mapped[str] = mapped_column(Text)
    place: Mapped[SaidPlace | None] = said_place("at")
    villages: Mapped[str | None] = mapped_column(String(300))
    limits: Mapped[str | None] = mapped_column(String(1000))
    neighbours: Mapped[str | None] = mapped_column(String(500))
    landmarks: Mapped[str | None] = mapped_column(String(500))
    use: Mapped[str | None] = mapped_column(String(300))
    season: Mapped[str | None] = mapped_column(String(200))
    since: Mapped[ApproximateDate | None] = said_date("since")
    area: Mapped[Decimal | None] = mapped_column(Amount)
    area_said: Mapped[str | None] = mapped_column(String(200))
    quantity: Mapped[Decimal | None] = mapped_column(Amount)
    unit: Mapped[str | None] = mapped_column(String(60))
    rights: Mapped[tuple] = mapped_column(Codes(RightKind), nullable=True)
    claims: Mapped[str | None] = mapped_column(String(1000))
    paper: Mapped[str | None] = mapped_column(String(300))
    evidence: Mapped[str | None] = mapped_column(String(1000))

    @property
    def called(self) -> str:
        """What it is called on a page: its own name, or what kind of thing it is."""
        return self.name or str(self.kind.label)
