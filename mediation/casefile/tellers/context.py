"""How what goes on around a dispute is told."""

from collections.abc import Callable

from mediation.casefile.around import Around
from mediation.casefile.queries import File


def _alert(file: File, alert) -> list[str]:
    return [Around(file).level(alert)]


def _proceeding(file: File, proceeding) -> list[str]:
    around = Around(file)
    return [around.proceeding(proceeding), around.proceeding_now(proceeding)]


def _measure(file: File, measure) -> list[str]:
    return [Around(file).measure(measure)]


def _lifted(file: File, measure) -> list[str]:
    around = Around(file)
    return [around.measure(measure), around.measure_now(measure)]


def _source(file: File, source) -> list[str]:
    return [f"{source.fact} · {Around(file).source(source)}"]


TELLERS: dict[str, Callable] = {
    "alert": _alert,
    "proceeding": _proceeding,
    "measure": _measure,
    "measure.lift": _lifted,
    "source": _source,
}
