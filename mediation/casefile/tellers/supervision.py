"""How a reviewer’s remarks and their answers are told."""

from collections.abc import Callable

TELLERS: dict[str, Callable] = {}
