"""The quality report of a dispute: its process only, with every name replaced and no word that somebody typed.

Everything in it is a code's own label, a count, a calendar day or a pseudonym: nothing else is ever put in.
"""

from mediation.acts.vocabulary import Role
from mediation.casefile import checks
from mediation.casefile.pseudonyms import Pseudonyms
from mediation.casefile.queries import File, file_of
from mediation.casefile.rail import LABELS, reached_in
from mediation.casefile.words import sentence
from mediation.disputes.models import Dispute
from mediation.kernel import clock, dates
from mediation.kernel.dates import ApproximateDate, Precision
from mediation.papers.composing import Composer, Frame, made_by
from mediation.papers.kinds import PaperKind
from mediation.papers.parts import Content, table, told
from mediation.sessions.models import MediationSession
from mediation.sessions.queries import Turnout, turnout

READERS = frozenset({Role.REVIEWER, Role.CHAIR, Role.SECRETARY})
# Told by the calendar alone: their words are the program's own.
CALENDAR = (Precision.DAY, Precision.MONTH)


def _report(frame: Frame, dispute: Dispute) -> Content:
    file = file_of(dispute)
    names = Pseudonyms(file)
    return Content(
        title=str(PaperKind.QUALITY.label), subtitle="Le déroulement seulement : les noms sont remplacés",
        head=("République du Mali", sentence(str(frame.institution.kind.label))),
        facts=(f"Dossier {dispute.reference}", f"État au {dates.said_day(clock.today())}"),
        parts=(
            told("Litige", str(dispute.kind.label)),
            told("Étape", str(dispute.ending.label if dispute.ending else dispute.stage.label)),
            table("Étapes et délais", ("Étape", "Date", "Jours depuis l’étape d’avant"), _steps(file),
                  widths=(1.2, 1.2, 1)),
            table("Parties", ("Qui", "Sorte", "Représentée par", "Présente aux séances"), _parties(file, names)),
            table("Séances tenues", ("Séance", "Date", "Lieu", "Sorte", "Présidée par", "Femmes", "Hommes"),
                  [_session(one, names) for one in file.held], widths=(0.7, 1.3, 1, 1.2, 1.1, 0.7, 0.7)),
            table("Ce qui est vérifié", ("Question", "Réponse"), checks.answers(file), widths=(2.4, 1)),
        ))


def plain(when: ApproximateDate | None) -> str:
    """A date without the words in which somebody told it: a day, a month, or years."""
    if when is None or when.earliest is None and when.latest is None:
        return "pas notée"
    if when.precision in CALENDAR:
        return dates.said(when, clock.today())
    years = dict.fromkeys(str(day.year) for day in (when.earliest, when.latest) if day)
    return "–".join(years)


def _steps(file: File) -> list[tuple[str, str, str]]:
    """The steps reached in the order of the road, with the days between those whose day is known."""
    rows, before = [], None
    reached = reached_in(file)
    for name in (one for one in LABELS if one in reached):
        when = reached[name]
        day = when.earliest if when is not None and when.precision is Precision.DAY else None
        rows.append((str(LABELS[name]), plain(when), str((day - before).days) if day and before else ""))
        before = day or before
    return rows


def _parties(file: File, names: Pseudonyms) -> list[tuple[str, str, str, str]]:
    came = turnout(file.sessions)
    return [(names.party(one), str(one.kind.label),
             ", ".join(f"{names.person(speaker.name)} ({speaker.mandate.label})" for speaker in one.representatives
                       if speaker.spoke()) or "—",
             _came(came.get(one.id))) for one in file.present_parties]


def _came(counts: Turnout | None) -> str:
    return f"{counts.came} sur {counts.held}" if counts else "—"


def _session(held: MediationSession, names: Pseudonyms) -> tuple[str, ...]:
    chair = held.chaired_by
    return (str(held.number), plain(held.held_on), names.place(held.place) or "pas noté",
            str(held.kind.label) if held.kind else "—", names.person(chair.name) if chair else "pas noté",
            *(str(count) if count is not None else "—" for count in (held.women, held.men)))


made_by(Composer(PaperKind.QUALITY, Dispute, lambda dispute: [dispute], _report, who=READERS, blanks=False))
