"""What a verification finds: faults, where each is, and what they amount to."""

from dataclasses import dataclass, field

from mediation.kernel.language import _, _l, ngettext

CLEAN, BROKEN, CANNOT_TELL = 0, 2, 3
MOST_FAULTS = 50

NOT_NEXT = _l("Cet acte ne suit pas le précédent : un acte manque, a été ajouté ou déplacé.")
REWRITTEN = _l("Cet acte a changé après avoir été écrit.")
COLUMNS_DIFFER = _l("Les colonnes de cet acte ne disent pas ce que dit son texte.")
UNREADABLE = _l("Le texte de cet acte ne se lit pas.")
DETAIL_REWRITTEN = _l("Le détail de cet acte a changé après avoir été écrit.")
DETAIL_MISSING = _l("Le détail de cet acte manque : on ne peut pas dire ce qu’il a changé.")
CUT = _l("Après cet acte, le registre en compte %(counted)s et le journal %(found)s.")
NO_SUBJECT = _l("Ce journal n’est celui de rien qui soit dans le registre.")
ROW_CHANGED = _l("Depuis cet acte, « %(field)s » de %(row)s a changé sans acte.")
ROW_UNKNOWN = _l("%(row)s a été ajouté sans acte.")
ROW_GONE = _l("Depuis cet acte, %(row)s a été enlevé sans acte.")
LEAF_EMPTY = _l("La ligne %(line)s du journal n’a plus son acte.")
LEAF_MISSING = _l("Il manque la ligne %(line)s dans la liste des actes.")
ROOT_DIFFERS = _l("Les %(size)s premières lignes ne sont plus celles que le point d’ancrage a scellées.")
TOO_SHORT = _l("Le point d’ancrage scelle %(size)s lignes, le journal n’en a plus que %(found)s.")


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it was written: where (stream and act, if it has such a place), and what."""

    stream: str | None
    seq: int | None
    text: str
    certain: bool = True

    def __str__(self) -> str:
        if self.stream is None:
            return self.text
        return _("%(stream)s, acte %(seq)s : %(fault)s", stream=self.stream, seq=self.seq or 0, fault=self.text)


@dataclass
class Report:
    """The outcome of a verification; faults of the chain come before those of rows."""

    entries: int = 0
    streams: int = 0
    rows: int = 0
    covered: int = 0
    chain: list[Fault] = field(default_factory=list)
    beside: list[Fault] = field(default_factory=list)
    unsaid: int = 0

    def note(self, fault: Fault, *, of_chain: bool = False) -> None:
        """Keep a fault; past a limit only their number."""
        kept = self.chain if of_chain else self.beside
        if len(kept) < MOST_FAULTS:
            kept.append(fault)
        else:
            self.unsaid += 1

    @property
    def faults(self) -> list[Fault]:
        """Every fault kept, the certain ones first."""
        return sorted((*self.chain, *self.beside), key=lambda fault: not fault.certain)

    @property
    def verdict(self) -> int:
        """`CLEAN`, `BROKEN`, or `CANNOT_TELL` when something is missing that only might be a fault."""
        if any(fault.certain for fault in self.faults):
            return BROKEN
        return CANNOT_TELL if self.faults else CLEAN

    def said(self) -> str:
        """The outcome in one sentence."""
        if self.verdict == CLEAN:
            return ngettext("Journal intact : %(n)s acte vérifié.", "Journal intact : %(n)s actes vérifiés.",
                            self.entries)
        words = _("Rupture") if self.verdict == BROKEN else _("On ne peut pas conclure")
        return _("%(words)s : %(fault)s", words=words, fault=self.faults[0])
