"""What a teller says of an act: lines of detail, and words that were said."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """The lines of detail, and words that were said."""

    lines: tuple[str, ...] = ()
    quote: str = ""
