"""Names for people and places that say nothing of them: the same in every report of one dispute.

They are given in the order in which the journal meets people and places. What is written later only adds to it,
so that « Personne 3 » stays the same person in a report made next year.
"""

from mediation.casefile.queries import File
from mediation.kernel.text import fold_words
from mediation.parties.models import Party, Witness


class Pseudonyms:
    """Who is called what in the reports of one dispute."""

    def __init__(self, file: File):
        self._people: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._parties: dict[int, str] = {}
        for party in sorted(file.parties, key=lambda one: one.number):
            self._parties[party.id] = self._called(party)
        self.place(file.dispute.place)
        for entry in file.entries:
            self.person(entry.who)
            for name in entry.touched:
                self._meet(file.rows.get(name))

    def party(self, party: Party) -> str:
        """« Partie A » for the first of a side, « Partie A2 » for the next."""
        return self._parties[party.id]

    def person(self, name: str | None) -> str:
        """« Personne 1 »; nothing for nobody. One name is one person, with or without an account."""
        return self._given(self._people, name, "Personne")

    def place(self, place) -> str:
        """« Village 1 »; nothing where no place is known."""
        return self._given(self._places, str(place or ""), "Village")

    def _called(self, party: Party) -> str:
        before = sum(name.rstrip("0123456789") == f"Partie {party.letter}" for name in self._parties.values())
        return f"Partie {party.letter}{before + 1 if before else ''}"

    def _meet(self, row) -> None:
        """Name whoever and wherever a row tells of; a party has its letter, a witness an alias that stays hidden."""
        if row is None or isinstance(row, Party | Witness):
            return
        self.person(getattr(row, "name", None))
        self.place(getattr(row, "place", None))

    @staticmethod
    def _given(names: dict[str, str], said: str | None, word: str) -> str:
        key = fold_words(said or "")
        return names.setdefault(key, f"{word} {len(names) + 1}") if key else ""
