"""The slip that goes to the judge with an agreement: which papers, their numbers, how their fingerprints begin."""

from mediation.acts.vocabulary import AgreementStage
from mediation.agreements.queries import agreements_of
from mediation.disputes.models import Dispute
from mediation.kernel import dates
from mediation.kernel.language import _l
from mediation.papers.composing import Composer, Frame, Must, made_by
from mediation.papers.composing.words import day, facts, head, listed
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper
from mediation.papers.parts import Content, table, told
from mediation.papers.sent import papers_in
from mediation.validity.models import RouteStep
from mediation.validity.queries import said_step, standing, steps_of

COLUMNS, WIDTHS = ("Numéro", "Papier", "Établi le", "Empreinte, début"), (1, 1.6, 0.9, 1.2)
SIGNS, GROUP = 16, 4


def _slip(frame: Frame, step: RouteStep | None) -> Content:
    papers = papers_in(step) if step else []
    return Content(
        title=str(PaperKind.TRANSMISSION.label), subtitle=frame.dispute.title if step else "",
        head=head(frame), facts=facts(frame),
        parts=(
            told("À", step and step.court, lines=1),
            told("De", f"{frame.institution.name}{f', {step.by_whom}' if step and step.by_whom else ''}"),
            told("Transmis", step and day(step.happened_on), lines=1),
            told("Objet", step and _about(step), lines=2),
            told("Visas", step and _visas(step), lines=2),
            table("Papiers transmis", COLUMNS, [_row(one) for one in papers], widths=WIDTHS),
            told("Autres pièces", step and step.paper, lines=2),
        ),
        rests_on=(f"route_step:{step.id}",) if step else ())


def _about(step: RouteStep) -> str:
    agreement = step.agreement
    return listed(f"Accord {agreement.number}", agreement.signed_on and f"signé : {day(agreement.signed_on)}",
                  "envoyé pour homologation")


def _visas(step: RouteStep) -> str:
    """The visas given before it left."""
    given = [one for one in standing(steps_of(step.agreement))
             if one.kind is AgreementStage.ENDORSED and one.number < step.number]
    return "\n".join(listed(said_step(one).replace(" · ", ", "), day(one.happened_on)) for one in given) or "Aucun."


def _row(paper: Paper) -> tuple[str, ...]:
    signs = paper.fingerprint[:SIGNS]
    return (paper.reference, str(paper.kind.label), dates.said_day(paper.reserved_at.date()),
            " ".join(signs[at:at + GROUP] for at in range(0, SIGNS, GROUP)))


def _musts(step: RouteStep) -> list[Must]:
    return [Must(_l("un papier établi, à transmettre"), bool(papers_in(step)))]


def _rows(dispute: Dispute) -> list[RouteStep]:
    return [one for agreement in agreements_of(dispute) if agreement.was_signed
            for one in standing(steps_of(agreement)) if one.kind is AgreementStage.TRANSMITTED]


made_by(Composer(PaperKind.TRANSMISSION, RouteStep, _rows, _slip, _musts))
