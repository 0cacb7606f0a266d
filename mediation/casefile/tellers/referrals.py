"""How a dispute that pauses, leaves and comes back is told."""

from collections.abc import Callable

TELLERS: dict[str, Callable] = {}
