"""Verifying the journal while somebody waits: all of it when it is small, otherwise the disputes on the page."""

from dataclasses import dataclass, field

from mediation.acts import checkpoints
from mediation.acts.faults import CLEAN, Report
from mediation.acts.scope import Actor
from mediation.acts.verification import verify
from mediation.acts.vocabulary import Role
from mediation.audit.queries import count_entries, line_of, streams_seen
from mediation.kernel import clock, dates
from mediation.kernel.db import db
from mediation.kernel.language import _, ngettext
from mediation.kernel.numbers import said_number

AT_MOST = 20_000

# Who is told how many acts and rows the whole register holds.
COUNTERS = (Role.REVIEWER, Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Outcome:
    """What a verification found, as far as its reader may know."""

    intact: bool
    title: str
    lines: list[str] = field(default_factory=list)
    broken: dict[str, int] = field(default_factory=dict)

    def standing(self, row) -> str:
        """Where a line of the journal is: before a break (or far from any), the break itself, or after it."""
        seq = self.broken.get(row.stream)
        if seq is None or row.seq < seq:
            return "follows"
        return "broken" if row.seq == seq else "after"


def check(actor: Actor, on_page: set[str]) -> Outcome:
    """Verify the whole register, or the disputes on the page when it is too large to wait for."""
    whole = count_entries() <= AT_MOST
    disputes = sorted(stream for stream in on_page if stream.startswith("dispute:"))
    db.session.rollback()
    with checkpoints.one_moment(db.engine) as connection:
        report = verify(connection, None if whole else disputes)
        if whole:
            checkpoints.verify_tree(connection, report)
    return _outcome(actor, report, whole)


def _outcome(actor: Actor, report: Report, whole: bool) -> Outcome:
    if report.verdict == CLEAN:
        told = _intact(report, whole) if actor.holds(*COUNTERS) else _unbroken(whole)
        return Outcome(True, _("Journal intact"), [told])
    seen = streams_seen(actor, {fault.stream for fault in report.faults if fault.stream})
    told = [fault for fault in report.faults if fault.stream is None or fault.stream in seen]
    lines = [_place(fault) for fault in told[:5]]
    if len(told) < len(report.faults):
        lines.append(_("Une rupture se trouve dans une partie du registre que vous ne voyez pas."))
    lines.append(_("Ne changez rien. Prévenez l’administrateur et la personne chargée des données."))
    broken: dict[str, int] = {}
    for fault in told:
        if fault.stream is not None:
            broken.setdefault(fault.stream, fault.seq or 1)
    return Outcome(False, _title(told), lines, broken)


def _title(told: list) -> str:
    """At which line the break is, when it is at one that this reader may see."""
    first = next((fault for fault in told if fault.stream is not None and fault.seq), None)
    line = line_of(first.stream, first.seq) if first else None
    if line is None:
        return _("Rupture dans le journal")
    return _("Rupture à la ligne %(line)s, %(day)s", line=said_number(line.number),
             day=dates.said(dates.on(line.recorded_at.date()), clock.today()))


def _intact(report: Report, whole: bool) -> str:
    count = ngettext("%(n)s acte vérifié à l’instant", "%(n)s actes vérifiés à l’instant", report.entries)
    rows = ngettext("%(n)s ligne du registre comparée", "%(n)s lignes du registre comparées", report.rows)
    words = _("%(count)s, %(rows)s.", count=count, rows=rows)
    if whole:
        return words
    return words + " " + _("Seuls les dossiers de cette page : tout vérifier se fait sur le serveur.")


def _unbroken(whole: bool) -> str:
    """That nothing is broken, without how much there is: the counts of the whole register are not everybody’s."""
    return _("Tout a été vérifié à l’instant.") if whole else _("Les dossiers de cette page ont été vérifiés.")


def _place(fault) -> str:
    """Where a fault is, by the number of the dispute, and what it is."""
    if fault.stream is None:
        return fault.text
    if fault.stream.startswith("dispute:"):
        return _("Dossier %(reference)s, acte %(seq)s : %(fault)s", reference=fault.stream.partition(":")[2],
                 seq=fault.seq or 0, fault=fault.text)
    return str(fault)
