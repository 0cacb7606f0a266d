"""How what goes on around a dispute is told."""

from collections.abc import Callable

TELLERS: dict[str, Callable] = {}
