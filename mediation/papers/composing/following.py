"""The sheet of a follow-up visit: commitment by commitment, what was seen, boxes to tick where nobody has been yet."""

from mediation.acts.vocabulary import CommitmentStage, VisitStage
from mediation.agreements.queries import people_ever, said_commitment
from mediation.disputes.models import Dispute
from mediation.followup.kinds import Lateness
from mediation.followup.models import Visit
from mediation.followup.queries import to_look_at, visits_of
from mediation.papers.composing import Composer, Frame, made_by
from mediation.papers.composing.words import capital, day, facts, head, listed
from mediation.papers.kinds import PaperKind
from mediation.papers.parts import BOX, TICKED, Content, table, told

FOUND = {CommitmentStage.KEPT: "tenu", CommitmentStage.PARTLY_KEPT: "tenu en partie",
         CommitmentStage.NOT_KEPT: "pas tenu", CommitmentStage.COULD_NOT_CHECK: "pas pu vérifier"}
COLUMNS, WIDTHS = ("N°", "Engagement", "Ce qu’on a vu", "Raison du retard, remarque"), (0.22, 2, 0.9, 1.3)
BLANKS = 4


def _sheet(frame: Frame, visit: Visit | None) -> Content:
    made = visit is not None and visit.stage is VisitStage.MADE
    return Content(
        title=str(PaperKind.FOLLOW_UP.label), subtitle=_about(frame, visit) if visit else "",
        head=head(frame), facts=facts(frame),
        parts=(
            told("Prévue pour", visit and day(visit.planned_on), lines=1),
            told("À regarder", visit and visit.planned_words, lines=1),
            told("Visite faite", made and listed(day(visit.happened_on), visit.place), lines=1),
            told("Par", made and visit.made_by, lines=1),
            told("Rencontrés", made and listed(visit.met, *_counted(visit)), lines=2),
            table("Engagement par engagement", COLUMNS, _rows(frame, visit), widths=WIDTHS),
            told("Raisons du retard", f"{capital(', '.join(str(one.label) for one in Lateness))}."),
            told("Ce qui a été dit", made and visit.said, lines=3),
            told("La suite", lines=2),
        ),
        rests_on=(f"visit:{visit.id}",) if visit else ())


def _about(frame: Frame, visit: Visit) -> str:
    agreement = visit.agreement
    signed = f"signé : {day(agreement.signed_on)}" if agreement.signed_on else ""
    return " · ".join(filter(None, (frame.dispute.title, f"Accord {agreement.number}", signed)))


def _counted(visit: Visit) -> list[str]:
    """Women and men met, as far as somebody counted."""
    counts = ((visit.women, "femme", "femmes"), (visit.men, "homme", "hommes"))
    return [f"{count} {many if count > 1 else one}" for count, one, many in counts if count is not None]


def _rows(frame: Frame, visit: Visit | None) -> list[tuple[str, ...]]:
    if visit is None:
        return [(str(number), "", _seen(None), "") for number in range(1, BLANKS + 1)]
    people = people_ever(frame.dispute)
    if visit.stage is VisitStage.MADE:
        return [(str(one.commitment.position), str(said_commitment(one.commitment, people)), _seen(one.found),
                 listed(one.lateness and one.lateness.label, one.for_year and f"pour {one.for_year}", one.note))
                for one in visit.findings]
    return [(str(one.position), str(said_commitment(one, people)), _seen(None), "")
            for one in to_look_at(visit.agreement)[0]]


def _seen(found: CommitmentStage | None) -> str:
    """The four answers, a line each, the one that was found ticked."""
    return "\n".join(f"{TICKED if stage is found else BOX} {words}" for stage, words in FOUND.items())


def _standing(dispute: Dispute) -> list[Visit]:
    return [one for one in visits_of(dispute) if one.struck_at is None]


made_by(Composer(PaperKind.FOLLOW_UP, Visit, _standing, _sheet))
