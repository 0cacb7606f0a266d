"""The minutes of one session: of a visit to what is contested, of a hearing, of a confrontation."""

from mediation.agreements.queries import about_of
from mediation.disputes.models import Dispute
from mediation.land.models import ContestedObject
from mediation.papers.composing import Composer, Frame, Must, asking, made_by, musts, resting
from mediation.papers.composing.meeting import (
    CAME,
    SESSION,
    attending,
    bench_seats,
    counted,
    heard_seats,
    not_there,
    positions,
    said_by_sides,
    those,
    told_links,
    where_said,
)
from mediation.papers.composing.words import capital, facts, head, listed, session
from mediation.papers.kinds import PaperKind
from mediation.papers.parts import Content, boxes, item, items, people, told
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.models import MediationSession
from mediation.sessions.queries import sides_came

READ_BACK = "Relu à chaque personne entendue, dans sa langue, et corrigé comme elle l’a demandé."
READ_THERE = "Relu sur place à ceux qui étaient là, dans leur langue, et corrigé comme ils l’ont demandé."
# A blank paper asks in the order of the screen, so that it is copied in from top to bottom; what the screen asks
# elsewhere stands behind the day. The filled one keeps the order of minutes.
ON_SCREEN = (
    "Séance", "Objet", "Ce qui est contesté", "Limites", "Voisins", "Repères", "Chaque côté dit", "Résultat",
    "Ce qui a été vu", "A été dit", "Étaient là", "N’étaient pas là", "Combien", "Qui siégeait", "Langues parlées",
    "Liens et remplacements", "Décidé", "La suite")
OWN_WISH = "Qui témoigne sous un nom d’emprunt ne signe que de son plein gré."


def _site_visit(frame: Frame, held: MediationSession | None) -> Content:
    seen = resting.objects(frame.dispute) if held else []
    return _minutes(frame, PaperKind.SITE_VISIT, held, (
        items("Ce qui est contesté", map(_seen, seen), blanks=2),
        *where_said("Limites", held, lambda _: _of_each(seen, "limits")),
        *where_said("Voisins", held, lambda _: _of_each(seen, "neighbours")),
        *where_said("Repères", held, lambda _: _of_each(seen, "landmarks")),
        told("Ce qui a été vu", held and held.said, lines=8)), READ_THERE)


def _seen(one: ContestedObject) -> dict:
    """What is contested, in words: never a point of a map."""
    size = f"{one.area.normalize():f} ha".replace(".", ",") if one.area is not None else ""
    return item(f"{capital(one.called)} :", one.description.rstrip("."), more=listed(
        size, one.area_said, one.place and f"lieu : {one.place}", one.villages and f"villages : {one.villages}",
        one.use and f"usage : {one.use}"))


def _of_each(seen: list[ContestedObject], column: str) -> str:
    """What is written of each thing, a line each; with its name where there are several."""
    words = ((one, getattr(one, column)) for one in seen)
    return "\n".join(f"{capital(one.called)} : {said}" if len(seen) > 1 else said for one, said in words if said)


def _hearing(frame: Frame, held: MediationSession | None) -> Content:
    under_alias = held is not None and any(one.witness is not None for one in held.attendance)
    return _minutes(frame, PaperKind.HEARING, held, (
        told("Objet", held and about_of(frame.dispute)),
        told("A été dit", held and held.said, lines=12)), f"{READ_BACK} {OWN_WISH}" if under_alias else READ_BACK)


def _confrontation(frame: Frame, held: MediationSession | None) -> Content:
    return _minutes(frame, PaperKind.CONFRONTATION, held, (
        told("Objet", held and about_of(frame.dispute)),
        said_by_sides(frame.dispute if held else None),
        told("A été dit", held and held.said, lines=8)), READ_BACK, positions(frame.dispute) if held else ())


def _minutes(frame: Frame, kind: PaperKind, held: MediationSession | None, middle: tuple, closing: str,
             also: list = ()) -> Content:
    parts = (
        told("Séance", held and session(held), lines=3, hint=SESSION),
        people("Étaient là", map(attending, those(held, Presence.CAME)) if held else (), 4, CAME),
        *where_said("N’étaient pas là", held, not_there),
        told("Combien", counted(held, "Pas compté.")),
        *where_said("Langues parlées", held, lambda _: listed(*(one.label for one in held.languages or ()))),
        *told_links(frame.dispute),
        *middle,
        told("Décidé", held and (held.decided or "Rien."), lines=3),
        told("La suite", held and listed(held.result and capital(held.result.label), held.next_words), lines=1),
    )
    return Content(
        title=str(kind.label), subtitle=frame.dispute.title if held else "", head=head(frame), facts=facts(frame),
        parts=parts if held else _to_fill(parts),
        seats=(*heard_seats(held), *bench_seats(held.bench)) if held else (), blank_seats=5, closing=closing,
        rests_on=resting.rows(resting.meeting(held), resting.objects(frame.dispute), resting.links(frame.dispute),
                              also) if held else ())


def _to_fill(parts: tuple) -> tuple:
    """The boxes of a blank paper in the order of the screen, which asks apart what minutes tell together."""
    _together, *others = parts
    asked = (told("Séance", lines=2, hint="Date, lieu."), boxes("Résultat", (str(one.label) for one in Result)),
             told("Qui siégeait", lines=2, hint="Nom, qualité, qui présidait ; sorte et durée de la séance."), *others)
    return tuple(sorted(asked, key=lambda part: ON_SCREEN.index(part["label"])))


def _must_of(kind: PaperKind):
    wanted = {PaperKind.SITE_VISIT: musts.something_seen, PaperKind.CONFRONTATION: musts.both_sides_there}
    last = wanted.get(kind, musts.something_said)

    def musts_of(held: MediationSession) -> list[Must]:
        return [*musts.of_dispute(held.dispute), *musts.of_session(held), musts.with_result(held), last(held),
                *musts.of_mandates(held.dispute, musts.who_came(held.dispute, [held])),
                *musts.of_links(held.dispute, held.bench)]

    return musts_of


def _held(*kinds: SessionKind):
    return lambda dispute: [one for one in asking.held_of(dispute) if one.kind in kinds]


def _face_to_face(dispute: Dispute) -> list[MediationSession]:
    """A confrontation, and a session of all together at which at least two sides were."""
    return [one for one in asking.held_of(dispute) if one.kind is SessionKind.CONFRONTATION
            or one.kind is SessionKind.JOINT and len(sides_came(one)) > 1]


made_by(Composer(PaperKind.SITE_VISIT, MediationSession, _held(SessionKind.SITE_VISIT), _site_visit,
                 _must_of(PaperKind.SITE_VISIT)))
made_by(Composer(PaperKind.HEARING, MediationSession, _held(SessionKind.SEPARATE, SessionKind.WITNESS_HEARING),
                 _hearing, _must_of(PaperKind.HEARING)))
made_by(Composer(PaperKind.CONFRONTATION, MediationSession, _face_to_face, _confrontation,
                 _must_of(PaperKind.CONFRONTATION)))
