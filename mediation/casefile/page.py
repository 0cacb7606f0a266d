"""What the page of a dispute says beside its thread: its heads, its parties, its settlements, its buttons."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from flask import url_for

from mediation.acts.gate import actor
from mediation.acts.vocabulary import PaperStage, Stage
from mediation.casefile import buttons, linking, remarks, standing
from mediation.casefile.after import After
from mediation.casefile.around import Around
from mediation.casefile.before import Before
from mediation.casefile.buttons import Button
from mediation.casefile.days import lateness
from mediation.casefile.involved import People
from mediation.casefile.queries import File
from mediation.casefile.rail import Rail, rail_of
from mediation.casefile.settlements import Settlements
from mediation.casefile.timeline import Item
from mediation.casefile.words import day, label, listed, sentence
from mediation.documents.models import Document
from mediation.kernel import clock, dates
from mediation.kernel.language import _, ngettext
from mediation.kernel.numbers import said_number
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper
from mediation.papers.queries import called, may_issue
from mediation.parties.models import Party
from mediation.sessions.queries import Turnout, turnout
from mediation.teams.models import Interest

# The acts of which one stands beside the title; the others are folded.
BESIDE = ("session.record", "session.schedule", "agreement.record")

# What can be done to a fact of the thread, by the act that brought it.
ON_FACTS = {"session.record": ("session.amend", "session.strike"), "note.write": ("note.open", "note.strike"),
            "mediation.fail": ("mediation.strike",), "mediation.default": ("mediation.strike",),
            "summons.issue": ("summons.record_service", "summons.strike"), "visit.record": ("visit.strike",),
            "commitment.release": ("release.strike",),
            "difficulty.report": ("difficulty.settle", "difficulty.strike"), "remark.add": ("remark.answer",)}

# What can be done to what is planned.
TO_SESSIONS = ("session.record", "session.postpone", "session.cancel", "session.strike")
TO_VISITS = ("visit.record", "visit.strike")

# The paper of a fact that has no page of its own.
PAPER_OF = {"summons.issue": PaperKind.SUMMONS}

# The page on which a fact of the thread is told in full, by its table.
IN_FULL = {"mediation_session": "sessions.show_session", "visit": "followup.show_visit",
           "agreement": "agreements.show_agreement", "paper": "papers.show_paper"}


@dataclass(frozen=True)
class ToCome:
    """A session or a visit that is planned: what, the exact days late, what can be done."""

    title: str
    words: str
    late: str
    acts: list[Button]


class CasePage:
    """The dispute as its page shows it to one reader."""

    def __init__(self, file: File):
        self.file, self.dispute = file, file.dispute

    @cached_property
    def people(self) -> People:
        """The people of the dispute, as the page tells them."""
        return People(self.file)

    @cached_property
    def before(self) -> Before:
        """What was tried before, and what was suffered."""
        return Before(self.file)

    @cached_property
    def around(self) -> Around:
        """What goes on around the dispute."""
        return Around(self.file)

    @cached_property
    def settlements(self) -> Settlements:
        """The settlements, with their commitments."""
        return Settlements(self.file)

    @cached_property
    def after(self) -> After:
        """What became of the settlements."""
        return After(self.file)

    @cached_property
    def remarks(self) -> list[remarks.Said]:
        """The remarks of the supervision with their answers."""
        return remarks.remarks_of(self.file)

    @property
    def remarks_note(self) -> str:
        """How many remarks there are, and how many wait."""
        return remarks.note_of(self.remarks)

    @property
    def remarks_wait(self) -> bool:
        """Whether a remark waits for this reader."""
        return any(one.acts for one in self.remarks)

    @property
    def copied(self) -> str:
        """From which paper register the dispute was copied, if it was."""
        return remarks.copied_from(self.file)

    @property
    def decided(self) -> str:
        """What was decided, in the words of that register."""
        return remarks.decided_in(self.file)

    @property
    def deciders(self) -> str:
        """By whom and when, as that register says."""
        return remarks.deciders_in(self.file)

    @cached_property
    def rail(self) -> Rail:
        """The stages, what is missing, and the one next act."""
        return rail_of(self.file)

    @cached_property
    def open_acts(self) -> list[Button]:
        """The acts open on the dispute, without the one that the rail already offers."""
        offered = self.rail.next_act
        found = [one for one in buttons.of_dispute(self.dispute) if offered is None or one.url != offered.url]
        may_agree = self.settlements.still_agreed or self.file.signed
        return found if may_agree else [one for one in found if one.name != "agreement.record"]

    @cached_property
    def beside(self) -> list[Button]:
        """The act that is done most often; none in a dispute that is closed."""
        usual = [one for one in self.open_acts if one.name in BESIDE and self.dispute.stage is not Stage.CLOSED]
        return sorted(usual, key=lambda one: BESIDE.index(one.name))[:1]

    @property
    def folded(self) -> list[Button]:
        """The acts that are rarer."""
        return [one for one in self.open_acts if one not in self.beside]

    @property
    def late(self) -> list[Button]:
        """What can still be written down, though its stage has passed."""
        return buttons.late_of_dispute(self.dispute)

    def on(self, row, *names: str) -> list[Button]:
        """Which of these acts are open on a row."""
        return buttons.of_row(row, self.dispute, *names)

    def on_fact(self, item: Item) -> list[Button]:
        """What can be done to a fact of the thread; a reserved note opens for its author only."""
        names = ON_FACTS.get(item.entry.act, ())
        if item.row is None or not names:
            return []
        if getattr(item.row, "author_id", actor().id) != actor().id:
            names = ()
        return [*self.on(item.row, *names), *self._paper_of(item)]

    def _paper_of(self, item: Item) -> list[Button]:
        """Where the paper of a fact without a page of its own is, or where it is issued."""
        kind = PAPER_OF.get(item.entry.act)
        if kind is None or item.struck:
            return []
        for one in self.papers:
            if one.kind is kind and one.about == item.entry.result and one.stage is PaperStage.CURRENT:
                return [Button("paper.issue", one.reference, "paper", self.paper_url(one))]
        if not may_issue(actor(), kind, self.dispute):
            return []
        return [Button("paper.issue", _("Établir le papier"), "paper", url_for(
            "papers.issue_paper", reference=self.dispute.reference, kind=kind.slug, number=item.row.number))]

    def in_full(self, item: Item) -> str:
        """The page on which a fact of the thread is told in full, if there is one."""
        endpoint = IN_FULL.get(getattr(item.row, "__tablename__", ""))
        if endpoint is None or item.struck:
            return ""
        return buttons.page_at(endpoint, self.dispute.reference, item.row.number)

    @property
    def opened(self) -> str:
        """Since when the dispute is open, in exact days; once closed, how it ended."""
        since = dates.said_day(self.dispute.registered_on)
        if self.copied:
            how = self.dispute.ending.label if self.dispute.ending else self.dispute.stage.label
            return _("recopié le %(day)s : %(ending)s", day=since, ending=how)
        if self.dispute.ending is not None:
            return _("ouvert le %(day)s, clos\u00a0: %(ending)s", day=since, ending=self.dispute.ending.label)
        days = (clock.today() - self.dispute.registered_on).days
        if not days:
            return _("ouvert aujourd’hui")
        return ngettext(
            "ouvert le %(day)s (%(num)d jour)", "ouvert le %(day)s (%(num)d jours)", days, day=since)

    @property
    def lead(self) -> str:
        """Who is in charge now."""
        names = [member.name for member in self.team_now if member.leads]
        return _("en charge\u00a0: %(name)s", name=", ".join(names)) if names else ""

    @cached_property
    def team_now(self) -> list:
        """The members of the team today."""
        today = clock.today()
        return [m for m in self.file.team if m.struck_at is None and (m.until is None or m.until > today)]

    @cached_property
    def _turnout(self) -> dict[int, Turnout]:
        return turnout(self.file.sessions)

    def came(self, party: Party) -> str:
        """To how many of the sessions at which it was expected a party came."""
        counts = self._turnout.get(party.id)
        return _("%(came)d sur %(held)d", came=counts.came, held=counts.held) if counts else ""

    def words(self, codes: Iterable | None) -> str:
        """Several codes of one list, in words."""
        return ", ".join(label(code) for code in codes or ())

    def contested(self, one) -> list[tuple[str, object]]:
        """What is contested, fact by fact; figures only as far as somebody measured."""
        area = _("%(number)s ha", number=said_number(one.area)) if one.area is not None else ""
        quantity = listed(said_number(one.quantity), one.unit) if one.quantity is not None else ""
        return [(_("De quelle sorte"), label(one.kind) if one.name else ""),
                (_("Lieu"), str(one.place or "")), (_("Villages"), one.villages),
                (_("Limites, en mots"), one.limits), (_("Voisins"), one.neighbours),
                (_("Repères"), one.landmarks), (_("Usage"), listed(one.use, one.season)),
                (_("Depuis"), day(one.since)), (_("Surface"), listed(one.area_said, area)),
                (_("Quantité"), quantity), (_("Droits"), self.words(one.rights)),
                (_("Ce que chacun dit"), one.claims), (_("Papier"), one.paper), (_("Preuves"), one.evidence)]

    @property
    def saisine(self) -> str:
        """How the demand came."""
        return listed(sentence(label(self.dispute.channel)), self.dispute.asked_by,
                      day(self.dispute.asked_on), self.dispute.came_from, self.dispute.their_number)

    @property
    def to_come(self) -> list[ToCome]:
        """The sessions and the visits that are planned."""
        sessions = [
            self._to_come(_("Séance"), one, (label(one.kind), one.planned_hour, one.place), *TO_SESSIONS)
            for one in self.file.planned]
        visits = [self._to_come(_("Visite de suivi"), one, (one.planned_words, one.place), *TO_VISITS)
                  for one in self.file.to_visit]
        return sessions + visits

    def _to_come(self, what: str, row, words: tuple, *names: str) -> ToCome:
        late = row.planned_on.days_late(clock.today()) if row.planned_on else 0
        return ToCome(listed(what, day(row.planned_on)), listed(*words), lateness(late),
                      self.on(row, *names))

    @property
    def readers(self) -> list[str]:
        """Who can read this dispute, in plain words."""
        return standing.readers_of(self.file, len(self.team_now))

    @cached_property
    def standing_in(self) -> list:
        """Who stands in another’s place today."""
        return standing.standing_in(self.file)

    def stands_said(self, one) -> str:
        """Who stands in whose place, in one sentence."""
        return standing.stands_said(one)

    @property
    def interests(self) -> list[Interest]:
        """The links with a party that were declared, struck ones included."""
        return self.file.of(Interest)

    def interest_said(self, one: Interest) -> str:
        """A declared link, to whom, and what was decided of it."""
        return standing.interest_said(self.file, one)

    @cached_property
    def cautions(self) -> list:
        """What to look at about who works on the dispute, beyond what was declared."""
        return standing.cautions_of(self.file, self.team_now)

    @cached_property
    def left(self) -> list[linking.Left]:
        """When the dispute waited, who was helped elsewhere, and where the dossier went."""
        return linking.left_of(self.file)

    @cached_property
    def linked(self) -> list[linking.Line]:
        """What the dispute is to others, and they to it."""
        return linking.lines_of(self.dispute)

    @property
    def documents(self) -> list[Document]:
        """The pieces, the latest first, struck ones included."""
        return self.file.of(Document)[::-1]

    @property
    def documents_note(self) -> str:
        """What kinds of pieces there are."""
        return sentence(", ".join(dict.fromkeys(label(one.kind) for one in self.documents)))

    @property
    def papers(self) -> list[Paper]:
        """The official papers, the last one first; a number without paper is told too."""
        return self.file.of(Paper)[::-1]

    def paper_called(self, paper: Paper) -> str:
        """What a paper is called."""
        return called(paper)

    def paper_url(self, paper: Paper) -> str:
        """The page of a paper."""
        return buttons.page_at("papers.show_paper", self.dispute.reference, paper.number)

    @property
    def notes(self) -> str:
        """How many reserved notes there are."""
        standing = sum(note.struck_at is None for note in self.file.notes)
        if not standing:
            return ""
        return ngettext(
            "%(num)d note réservée à qui l’a écrite", "%(num)d notes réservées à qui les a écrites", standing)
