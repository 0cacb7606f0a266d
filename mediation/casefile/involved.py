"""What the page of a dispute says of its people: since when, until when, who speaks, who helps, who consents."""

from collections import defaultdict
from functools import cached_property

from mediation.agreements.kinds import Mark
from mediation.agreements.models import Signature
from mediation.casefile.days import short
from mediation.casefile.queries import File
from mediation.casefile.words import label, listed, sentence
from mediation.kernel import births, clock, dates
from mediation.kernel.dates import ApproximateDate, Precision
from mediation.kernel.language import _, _l, clauses, ngettext
from mediation.parties.kinds import PartyPresence
from mediation.parties.models import Consent, Departure, Intermediary, Party, Representative

# A date after its word; the first when it is an exact day.
SINCE = (_l("depuis le %(when)s"), _l("depuis %(when)s"))
UNTIL = (_l("jusqu’au %(when)s"), _l("jusqu’à %(when)s"))
LEFT = (_l("partie le %(when)s"), _l("partie, %(when)s"))
ENDED = (_l("jusqu’au %(when)s"), _l("fin du mandat, %(when)s"))
WITHDRAWN = (_l("retiré le %(when)s"), _l("retiré, %(when)s"))

# What a card says of a mark that is none; the others are said by their own words.
REFUSALS = {Mark.REFUSED: _l("a refusé de signer"), Mark.UNABLE: _l("n’a pas pu signer")}


def dated(words: tuple, when: ApproximateDate | None, unsaid: str = "") -> str:
    """A date after its word: « depuis le 3 mars 2012 », « depuis mars 2012 »; `unsaid` when there is none."""
    if when is None:
        return unsaid
    if words is UNTIL and when.precision is Precision.RANGE:
        when = dates.on(when.latest)
    said = dates.said(when, clock.today())
    if words is SINCE and when.precision in (Precision.DURATION, Precision.RANGE, Precision.UNKNOWN):
        return said
    return words[when.precision is not Precision.DAY] % {"when": said}


class People:
    """The parties of a file and those beside them, as its page tells them."""

    def __init__(self, file: File):
        self.file = file

    def about(self, party: Party) -> str:
        """What stands under the name: quality, kind, and how it stands in the dispute when that is not usual."""
        present = "" if party.presence in (None, PartyPresence.HERE) else label(party.presence)
        ally = _("alliée du côté %(letter)s", letter=party.letter) if party.ally else ""
        initials = _("connue par des initiales") if party.initials else ""
        return listed(party.quality, label(party.kind), ally, initials, present, dated(SINCE, party.joined_on))

    def left(self, party: Party) -> str:
        """When and why a party left, and who succeeds it."""
        first, *others = party.gone
        return clauses((self.departure(first), *(
            ", ".join(filter(None, (self._why(one), dated(SINCE, one.happened_on)))) for one in others)))

    def departure(self, one: Departure) -> str:
        """One departure: « partie le 3 mars 2012 : décès », or who succeeded."""
        return _("%(when)s\u00a0: %(why)s", when=dated(LEFT, one.happened_on, _("partie")), why=self._why(one))

    def _why(self, one: Departure) -> str:
        """The reason of a departure, or which party succeeds and on what basis, with what was said of it."""
        heir = self.file.rows.get(f"party:{one.successor_id}")
        why = _("succédée par %(name)s", name=heir.name) if heir is not None else label(one.reason)
        return ", ".join(filter(None, (why, label(one.basis), one.words)))

    def speaker(self, one: Representative) -> str:
        """Who speaks for a party, on what basis, until when, and whether they signed."""
        born = births.said_birth(one.born_on, clock.today()) if one.born_on else ""
        given = _("donné\u00a0: %(when)s", when=short(one.given_on)) if one.given_on else ""
        what = _("organisation") if one.organisation else ""
        return listed(one.name, what, one.quality, born, label(one.mandate), one.mandate_words, given,
                      self._signed(one), self.end(one))

    def end(self, one: Representative) -> str:
        """Until when somebody spoke, why no more, and what becomes of the mandate."""
        if one.ended_reason is None:
            return ""
        after = _("mandat\u00a0: %(after)s", after=label(one.mandate_after)) if one.mandate_after else ""
        return _("%(when)s\u00a0: %(why)s", when=dated(ENDED, one.ended_on, _("ne parle plus")),
                 why=", ".join(filter(None, (label(one.ended_reason), one.ended_words, after))))

    def _signed(self, one: Representative) -> str:
        """The last mark this person made; that an organisation, for which nobody signed in its name, did not sign."""
        marks = [line.mark for line in self._signatures if line.representative_id == one.id]
        if marks:
            return str(REFUSALS.get(marks[-1], marks[-1].label))
        signed = one.organisation and any(line.mark.assents for line in self._signatures)
        return _("n’a pas signé") if signed else ""

    @cached_property
    def _signatures(self) -> list[Signature]:
        """Every line of signature under the settlements, in their order."""
        return [line for agreement in self.file.agreements for line in agreement.signatures]

    @property
    def helpers(self) -> list[Intermediary]:
        """Those who help, in order of entry, struck ones included."""
        return self.file.of(Intermediary)

    def helper(self, one: Intermediary) -> str:
        """Who helps: quality and name, how many, from when to when, and who took over."""
        who = ", ".join(filter(None, (one.quality_words or label(one.quality), one.name)))
        number = ngettext("%(num)d personne", "%(num)d personnes", one.people) if one.people else ""
        women = ngettext("%(num)d femme", "%(num)d femmes", one.women) if one.women else ""
        men = ngettext("%(num)d homme", "%(num)d hommes", one.men) if one.men else ""
        letter = _("du côté %(letter)s", letter=chr(ord("A") + one.side - 1)) if one.side else ""
        after = self.file.rows.get(f"intermediary:{one.replaced_by_id}")
        replaced = _("remplacée par %(name)s", name=after.called) if after is not None else ""
        return listed(sentence(who), ", ".join(filter(None, (number, women, men))), letter,
                      dated(SINCE, one.since), dated(UNTIL, one.until), replaced)

    def other_names(self, one: Intermediary) -> str:
        """The other names of somebody who helps, and which source gives which."""
        reported = one.reported_as or ""
        if reported and one.source:
            reported = _("%(name)s, selon %(source)s", name=reported, source=one.source)
        return clauses(filter(None, (one.other_names, reported)))

    @cached_property
    def _consents(self) -> dict[str, list[Consent]]:
        """The consents by the row of who gave them; those of other persons together."""
        found = defaultdict(list)
        for one in self.file.of(Consent):
            owner = f"party:{one.party_id}" if one.party_id else f"witness:{one.witness_id}" if one.witness_id else ""
            found[owner].append(one)
        return found

    def consents(self, row=None) -> list[Consent]:
        """The consents of a party or a witness; without a row, those of other persons."""
        return self._consents.get(f"{row.__tablename__}:{row.id}" if row is not None else "", [])

    def consents_said(self, row=None) -> str:
        """How many consents stand, those withdrawn included; where none does, that they are crossed out."""
        number = sum(one.struck_at is None for one in self.consents(row))
        if not number:
            return _("Consentement rayé")
        return ngettext("%(num)d consentement", "%(num)d consentements", number)

    def consent(self, one: Consent) -> str:
        """To what somebody consents, how and before whom; and that it was withdrawn."""
        before = _("devant %(name)s", name=one.witnessed_by) if one.witnessed_by else ""
        withdrawn = dated(WITHDRAWN, one.withdrawn_on, _("retiré")) if one.withdrawn else ""
        return listed(one.person, sentence(label(one.scope)), short(one.happened_on), label(one.form),
                      label(one.language), before, one.words,
                      ", ".join(filter(None, (withdrawn, one.withdrawn_words))))
