"""Places: each with its kind, its days of validity, its other names, and its path from the region down."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from mediation.acts.guard import Guarded
from mediation.kernel.db import Base, coded
from mediation.places.kinds import PlaceKind

# A path is compared by range ("everything below"), so that PostgreSQL must not sort it by a language.
LONGEST_PATH = 120
PATH = String(LONGEST_PATH).with_variant(String(LONGEST_PATH, collation="C"), "postgresql")

# Columns of later slices that repeat the path of a place: they follow when the place is moved.
FOLLOWING: list = []

ADDED_HERE = "local"


class Place(Guarded, Base):
    """A place of an edition of the official list, or one added by an administrator (`ADDED_HERE`)."""

    __tablename__ = "place"
    __table_args__ = (CheckConstraint("until IS NULL OR since IS NULL OR until >= since", "in_order"),)

    code: Mapped[str] = mapped_column(String(20), unique=True)
    kind: Mapped[PlaceKind] = mapped_column(coded(PlaceKind))
    name: Mapped[str] = mapped_column(String(120))
    folded: Mapped[str] = mapped_column(String(120), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"), index=True)
    path: Mapped[str] = mapped_column(PATH, index=True)
    since: Mapped[date | None]
    until: Mapped[date | None]
    edition: Mapped[str] = mapped_column(String(60))
    act_count: Mapped[int] = mapped_column(default=0)

    parent: Mapped["Place | None"] = relationship(remote_side="Place.id")
    names: Mapped[list["PlaceName"]] = relationship(back_populates="place", order_by="PlaceName.id")

    @property
    def stream(self) -> str:
        """The ledger stream of what was corrected about the place."""
        return f"place:{self.code}"

    @property
    def parts(self) -> list["PlaceName"]:
        """The rows that its form rewrites along with its own."""
        return self.names

    @property
    def other_names(self) -> tuple[str, ...]:
        """The other names in use, in the order they were given."""
        return tuple(name.name for name in self.names if name.in_use)

    @property
    def codes_above(self) -> list[str]:
        """The codes of the places it lies in, from the region down."""
        return self.path.split("/")[:-2]


class PlaceName(Guarded, Base):
    """Another way of writing or saying the name of a place; one taken back is no longer in use."""

    __tablename__ = "place_name"

    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    folded: Mapped[str] = mapped_column(String(120), index=True)
    in_use: Mapped[bool] = mapped_column(default=True)

    place: Mapped[Place] = relationship(back_populates="names")


@dataclass(frozen=True)
class SaidPlace:
    """Where something is or happened: a listed place, free words, or a place abroad; never all empty."""

    place_id: int | None
    words: str | None
    country: str | None = None

    def __composite_values__(self) -> tuple[int | None, str | None, str | None]:
        return self.place_id, self.words, self.country

    def __str__(self) -> str:
        return f"{self.words} ({self.country})" if self.country else self.words or ""


def _said(place_id, words, country) -> SaidPlace | None:
    return SaidPlace(place_id, words, country) if words else None


def said_place(name: str):
    """The three columns of a place as it was said; `words` always holds what is shown."""
    return composite(
        _said,
        mapped_column(f"{name}_place_id", ForeignKey("place.id"), nullable=True),
        mapped_column(f"{name}_words", String(200), nullable=True),
        mapped_column(f"{name}_country", String(80), nullable=True),
    )
