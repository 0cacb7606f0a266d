"""The receipt that whoever comes to the commission takes home."""

from mediation.agreements.queries import about_of, people_of
from mediation.disputes.models import Dispute
from mediation.papers.composing import Composer, Frame, made_by, resting
from mediation.papers.composing.words import day, facts, head, listed, parties
from mediation.papers.kinds import PaperKind
from mediation.papers.parts import Content, people, told


def _receipt(frame: Frame, dispute: Dispute | None) -> Content:
    return Content(
        title=str(PaperKind.RECEIPT.label), subtitle=dispute.title if dispute else "",
        head=head(frame), facts=facts(frame),
        parts=(
            told("Demande reçue", dispute and listed(
                day(dispute.asked_on), dispute.channel and dispute.channel.label,
                dispute.asked_by and f"présentée par {dispute.asked_by}")),
            told("Lieu", dispute and str(dispute.place or ""), lines=1),
            told("Litige", dispute and str(dispute.kind_said), lines=1),
            people("Parties", parties(people_of(dispute)) if dispute else ()),
            told("Objet", dispute and about_of(dispute), lines=3),
            told("La suite", "La commission examine la demande et dit aux parties si elle la prend. "
                              "Gardez ce papier : il porte le numéro de votre dossier."),
        ),
        rests_on=resting.rows((dispute,), resting.people(dispute, people_of(dispute)), resting.objects(dispute))
        if dispute else ())


made_by(Composer(PaperKind.RECEIPT, Dispute, lambda dispute: [dispute], _receipt))
