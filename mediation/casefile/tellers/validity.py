"""How what happened to a signed agreement is told."""

from collections.abc import Callable

TELLERS: dict[str, Callable] = {}
