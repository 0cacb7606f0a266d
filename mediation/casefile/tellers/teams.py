"""How the team, interests and replacements are told."""

from collections.abc import Callable

TELLERS: dict[str, Callable] = {}
