"""The minutes of a settlement: what is agreed and what remains, who promises what, a line for each who signs."""

from collections.abc import Iterable

from mediation.acts import catalogue as acts
from mediation.acts.vocabulary import SIGNED_ONCE, AgreementStage
from mediation.agreements.models import Agreement
from mediation.agreements.queries import (
    about_of,
    bound_by,
    people_under,
    said_commitment,
    said_condition,
    said_term,
)
from mediation.agreements.rules import Person, lines_of
from mediation.disputes.models import Dispute
from mediation.kernel.language import _l
from mediation.papers.composing import Composer, Frame, Must, asking, made_by, musts, resting
from mediation.papers.composing.meeting import SESSION, VISAS, told_links
from mediation.papers.composing.words import SEMICOLON, capital, day, facts, head, listed, parties, session
from mediation.papers.kinds import PaperKind
from mediation.papers.parts import Content, item, items, people, seat, told
from mediation.parties.kinds import Language

ISSUED_FROM = SIGNED_ONCE | {AgreementStage.READ}

# What is written by hand on a blank paper; one that is filled tells the rest beside how far it goes, if there is any.
REACH = "Sur tous les points, ou sur une partie."
BY_HAND = tuple(told(label, lines=1) for label in ("Villages et communes", "Durée", "Condition et sanctions"))


def _conciliation(frame: Frame, agreement: Agreement | None) -> Content:
    partial = agreement is not None and not agreement.total
    return _settlement(frame, PaperKind.CONCILIATION, agreement, " partielle" if partial else "")


def _rectifying(frame: Frame, agreement: Agreement | None) -> Content:
    said = agreement and f"L’accord {agreement.earlier} du dossier."
    return _settlement(frame, PaperKind.RECTIFYING, agreement, before=(told("Rectifie", said, lines=1),))


def _settlement(frame: Frame, kind: PaperKind, agreement: Agreement | None, more: str = "",
                before: tuple = ()) -> Content:
    bound = people_under(agreement) if agreement else []
    promised = items("Les parties s’engagent", _promises(agreement, bound) if agreement else (),
                     otherwise=_nothing_promised(agreement) if agreement else "")
    remaining = told("Points qui restent", agreement and _remaining(agreement), lines=2)
    return Content(
        title=f"{kind.label}{more}",
        subtitle=" · ".join(filter(None, (agreement.called, frame.dispute.title))) if agreement else "",
        head=head(frame), facts=facts(frame),
        parts=(
            *before,
            told("Séance", agreement and agreement.session and session(agreement.session), lines=3, hint=SESSION),
            people("Parties", parties(bound)),
            told("Objet", agreement and (agreement.about or about_of(frame.dispute)), lines=3),
            *told_links(frame.dispute),
            told("Points d’accord", agreement and agreement.points, agreement and _reach(agreement), lines=4,
                 hint="" if agreement else REACH),
            # A blank paper asks in the order of the screen, so that it is copied in from top to bottom.
            *((promised, remaining) if agreement else (remaining, promised)),
            told("Garants et témoins", agreement and _guarantors(agreement), lines=2),
            *(() if agreement else BY_HAND),
            told("Lecture", agreement and _reading(agreement), lines=1),
        ),
        seats=tuple(_seats(agreement, bound)) if agreement else (), blank_seats=4, visas=VISAS,
        closing="Une copie est remise à chaque partie.",
        rests_on=_rows(agreement, bound) if agreement else ())


def _reach(agreement: Agreement) -> str:
    """How far it goes: all points or some, on what it rests, what it covers, how long, on what condition."""
    said = (
        "Accord sur tous les points" if agreement.total else "Accord sur une partie des points",
        capital(agreement.basis.label),
        *(f"{label} : {words}" for label, words in (
            ("Concerne", agreement.covers), ("Ne concerne pas", agreement.not_covered),
            ("Durée", said_term(agreement)), ("Condition", said_condition(agreement)),
            ("Sanctions prévues", agreement.sanctions), ("Pas vu du texte", agreement.unseen)) if words))
    return " ".join(f"{one.rstrip('.')}." for one in said)


def _promises(agreement: Agreement, bound: list[Person]) -> list[dict]:
    said = (said_commitment(one, bound) for one in agreement.commitments)
    return [item(one.who, " ".join(filter(None, (one.what, one.whom))), one.by, listed(
        one.also, one.checked and f"vérifié par : {one.checked}")) for one in said]


def _nothing_promised(agreement: Agreement) -> str:
    return "Personne n’a vu ses engagements." if agreement.unseen else "Cet accord ne contient aucun engagement."


def _remaining(agreement: Agreement) -> str:
    if agreement.total:
        return agreement.remaining or "Aucun."
    goes_on = "La médiation continue sur le reste." if agreement.mediation_goes_on else "La médiation s’arrête là."
    return " ".join(f"{one.rstrip('.')}." for one in (agreement.remaining, goes_on) if one)


def _guarantors(agreement: Agreement) -> str:
    groups = (("Garants", agreement.guarantors), ("Témoins", agreement.witnesses),
              ("Comité de suivi", agreement.committee))
    return " ".join(f"{label} : {SEMICOLON.join(listed(one.name, one.quality) for one in named)}."
                    for label, named in groups if named) or "Aucun."


def _reading(agreement: Agreement) -> str:
    reading = agreement.reading
    return reading and listed(
        day(reading.happened_on), _read(reading.languages, reading.reader),
        reading.understood and f"compris par : {', '.join(reading.understood)}")


def _read(languages: Iterable[Language], reader: str | None) -> str:
    """In which languages, and by whom, in whatever words that was told: a name, « le griot », « pas dit »."""
    return listed(*(one.label for one in languages), reader and f"lu par : {reader}")


def _seats(agreement: Agreement, bound: list[Person]) -> list[dict]:
    """A line for each who signs, or who signed: on a paper made after the signatures, their marks are told."""
    reading = agreement.reading
    read = _read(reading.languages, reading.reader) if reading else ""
    return [seat(one.letter, one.name, one.quality or ("" if one.letter else "garant de l’accord"),
                 _read([one.read_in] if one.read_in else [], one.read_by) or read,
                 str(one.mark.label), one.certified_by or "") for one in agreement.signatures] or [
        seat(one.letter, one.name, one.quality or ("" if one.letter else "garant de l’accord"), read)
        for one in lines_of(bound, agreement.guarantors)]


def _rows(agreement: Agreement, bound: list[Person]) -> tuple[str, ...]:
    held, dispute = agreement.session, agreement.dispute
    return resting.rows((agreement,), resting.session(held) if held else (), resting.people(dispute, bound),
                        resting.objects(dispute), resting.links(dispute))


def _musts(agreement: Agreement) -> list[Must]:
    people, dispute, held = people_under(agreement), agreement.dispute, agreement.session
    bound = bound_by(agreement, people)
    named = Must(_l("la séance où l’accord a été trouvé"), held is not None, *_mended(agreement))
    return [*musts.of_dispute(dispute), *musts.of_session(held, named),
            *musts.of_mandates(dispute, (one for one in people if one.letter in bound)),
            *musts.of_links(dispute, held.bench if held else ()),
            Must(_l("la lecture de l’accord aux parties"), agreement.stage in ISSUED_FROM,
                 acts.READ_ALOUD_AGREEMENT, agreement)]


def _mended(agreement: Agreement) -> tuple:
    """What names a session in an agreement: to amend it; once it is signed, another one that rectifies it."""
    return (acts.RECORD_AGREEMENT,) if agreement.was_signed else (acts.AMEND_AGREEMENT, agreement)


def _of(rectifying: bool):
    def rows(dispute: Dispute) -> list[Agreement]:
        return [one for one in asking.agreements_of(dispute)
                if one.rectifies is rectifying and one.stage is not AgreementStage.ABANDONED]

    return rows


made_by(Composer(PaperKind.CONCILIATION, Agreement, _of(rectifying=False), _conciliation, _musts))
made_by(Composer(PaperKind.RECTIFYING, Agreement, _of(rectifying=True), _rectifying, _musts))
