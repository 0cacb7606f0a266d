"""The chronology of a dispute as a paper: the sentences of its thread, oldest first, with what is crossed out."""

from mediation.acts.vocabulary import Role
from mediation.casefile.queries import File, file_of
from mediation.casefile.timeline import Item, thread
from mediation.casefile.words import listed
from mediation.disputes.models import Dispute
from mediation.kernel import clock, dates
from mediation.papers.composing import AT_THE_DESK, Composer, Frame, made_by
from mediation.papers.composing.words import facts, head
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper
from mediation.papers.parts import Content, table, told

COLUMNS, WIDTHS = ("Date", "Ce qui s’est passé", "Écrit le"), (0.9, 3, 1.1)
# Notes are their author's, remarks are the supervision's: neither leaves the house on paper, nor a reserved piece.
KEPT_INSIDE = ("note", "remark")
# What only tells the record again is not told in it.
RETOLD = (PaperKind.CHRONOLOGY, PaperKind.QUALITY)
WHOLE = 10_000


def _chronology(frame: Frame, dispute: Dispute) -> Content:
    file = file_of(dispute)
    items = [item for month in thread(file, oldest_first=True, shown=WHOLE).months
             for item in month.items if _is_told(item)]
    return Content(
        title=str(PaperKind.CHRONOLOGY.label), subtitle=dispute.title, head=head(frame), facts=facts(frame),
        parts=(
            told("Lieu", str(dispute.place or "—")),
            told("Étape", str(dispute.stage.label)),
            table(f"{len(items)} faits", COLUMNS, [_row(file, item) for item in items], widths=WIDTHS),
            told("À garder", "Ce papier porte des noms. Gardez-le fermé, ou détruisez-le."),
        ))


def _is_told(item: Item) -> bool:
    retold = isinstance(item.row, Paper) and item.row.kind in RETOLD
    return not retold and not getattr(item.row, "reserved", False) and item.entry.act.split(".")[0] not in KEPT_INSIDE


def _row(file: File, item: Item) -> tuple[str, str, str]:
    """When it happened, the sentence with its lines, and when it was written, late or crossed out."""
    entry, quote = item.entry, f"« {item.told.quote} »" if item.told.quote else ""
    words = "\n".join(filter(None, (item.title, *map(str, item.told.lines), quote)))
    written, late = entry.recorded_at.date(), file.late.get(entry.result)
    happened = entry.happened_on if entry.happened_on and entry.happened_on.earliest else None
    struck = f"rayé : {item.row.struck_reason}" if item.struck else ""
    return (dates.said(happened, clock.today()) if happened else dates.said_day(written),
            f"RAYÉ. {words}" if item.struck else words,
            listed(dates.said_day(written), late and late.late and f"saisie tardive : {late.reason}", struck))


made_by(Composer(PaperKind.CHRONOLOGY, Dispute, lambda dispute: [dispute], _chronology,
                 who=AT_THE_DESK | {Role.CHAIR}, blanks=False))
