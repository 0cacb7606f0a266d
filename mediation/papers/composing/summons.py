"""The summons or invitation of a party, with the slip that proves it was handed over, below a line to cut."""

from mediation.acts import catalogue as acts
from mediation.acts.vocabulary import SummonsStage
from mediation.agreements.queries import about_of
from mediation.commissions.kinds import SummonsWord
from mediation.disputes.models import Dispute
from mediation.kernel.language import _l
from mediation.papers.composing import Composer, Frame, Must, made_by
from mediation.papers.composing.words import capital, day, facts, head, listed
from mediation.papers.kinds import PaperKind
from mediation.papers.parts import Content, below, boxes, people, person, told
from mediation.sessions.models import Summons
from mediation.sessions.queries import standing, summons_of

ASKED = {SummonsWord.SUMMONS: "Vous êtes convoqué ou convoquée à cette séance.",
         SummonsWord.INVITATION: "Vous êtes invité ou invitée à cette séance."}
NOT_FREE = "Si vous ne pouvez pas venir, dites-le à qui vous remet ce papier : la séance peut être reportée."
HANDED = "remise en main propre", "remise à quelqu’un d’autre", "refusée", "personne n’était là"


def _summons(frame: Frame, summons: Summons | None) -> Content:
    word = frame.institution.summons_word
    session = summons.session if summons else None
    return Content(
        title=capital(word.label), subtitle=f"N° {summons.number} · {frame.dispute.title}" if summons else "",
        head=head(frame), facts=facts(frame),
        parts=(
            people("À", _addressee(summons) if summons else (), blanks=1),
            told("Jour et heure", session and listed(day(session.planned_on or session.held_on), session.planned_hour),
                 lines=1),
            told("Lieu", session and str(session.place or ""), lines=1),
            told("Objet", summons and about_of(frame.dispute), lines=2),
            told("Message", summons and (summons.text or "—"), lines=2),
            told("", ASKED[word], NOT_FREE),
            *(below(part) for part in _slip(summons)),
        ),
        rests_on=_rows(summons) if summons else ())


def _addressee(summons: Summons) -> list[dict]:
    party = summons.party
    return [person(party.letter if party else None, summons.addressee, f", {party.quality}" if (
        party is not None and party.quality) else "")]


def _slip(summons: Summons | None) -> list[dict]:
    """What proves that it was handed over: filled once that was written down, by hand until then."""
    known = summons is not None and summons.stage is not SummonsStage.ISSUED
    served = known and summons.stage is SummonsStage.SERVED
    return [
        told("À qui", summons and summons.addressee, lines=1),
        told("Remise", known and listed(capital(summons.stage.label), day(summons.served_on)), lines=1),
        told("Reçue par", served and summons.received_by, lines=1),
        told("Remise par", known and summons.served_by, lines=1),
        *(() if known else (boxes("Comment", HANDED),)),
        *((told("Pourquoi pas remise", summons.not_served_reason),) if known and summons.not_served_reason else ()),
    ]


def _rows(summons: Summons) -> tuple[str, ...]:
    session = (f"mediation_session:{summons.session_id}",) if summons.session_id else ()
    return (f"summons:{summons.id}", *session)


def _musts(summons: Summons) -> list[Must]:
    """Whoever is called knows for when: the session is named, or the message says it.

    It is asked when a summons is issued; one of an older register may lack it, and another is issued in its place.
    """
    said = summons.session is not None or bool(summons.text)
    return [Must(_l("le jour et le lieu de la séance"), said, acts.ISSUE_SUMMONS)]


def _rows_of(dispute: Dispute) -> list[Summons]:
    return standing(summons_of(dispute))


made_by(Composer(PaperKind.SUMMONS, Summons, _rows_of, _summons, _musts))
