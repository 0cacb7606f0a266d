"""What an institution settles: how each setting is written down, read again, told, and what follows from it.

A value is a text that says by itself what it is (« 15 », « 1, 3, 6 », « 6-10 », « 1973 la grande sécheresse »,
« dispute.kind=sale »), so that the journal can tell it without knowing which setting it was.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from mediation.acts.refusals import BrokenRule
from mediation.acts.vocabulary import Coded
from mediation.commissions.kinds import SettingName, Source, Standing
from mediation.kernel import clock, dates
from mediation.kernel.dates import ApproximateDate, Season
from mediation.kernel.db import Base, Codes
from mediation.kernel.language import LazyText, _, _l, ngettext
from mediation.kernel.local import OTHER, Local, LocalEvent, Own
from mediation.kernel.periods import month_names, months_later
from mediation.kernel.text import fold

NUMBER, MONTHS = re.compile(r"[0-9]{1,4}"), re.compile(r"([0-9]{1,2})-([0-9]{1,2})")
SCHEDULE, HIDDEN = re.compile(r"[0-9]{1,3}(, [0-9]{1,3})*"), re.compile(r"[a-z_.]+=[a-z_]+(, [a-z_.]+=[a-z_]+)*")
EVENT = re.compile(r"([0-9]{4})(?:\s*[-–]\s*([0-9]{4}))?[\s:;,.]+(\S.*)")
FIRST_KNOWN, LONGEST_NAME, MOST_EVENTS, MOST_VISITS = 1800, 120, 60, 12

# The settings that are one number: the smallest and the largest that make sense.
NUMBERS = {SettingName.EXAMINE_DAYS: (1, 999), SettingName.FIRST_SESSION_DAYS: (1, 999),
           SettingName.SUMMONS_DAYS: (1, 365), SettingName.ANSWER_DAYS: (1, 999), SettingName.MOST_SUMMONS: (1, 20),
           SettingName.USUAL_SESSIONS: (1, 50)}
DAYS = (SettingName.EXAMINE_DAYS, SettingName.FIRST_SESSION_DAYS, SettingName.SUMMONS_DAYS, SettingName.ANSWER_DAYS)
SEASONS = {SettingName.RAINY_MONTHS: Season.RAINY, SettingName.COLD_MONTHS: Season.COLD,
           SettingName.HOT_MONTHS: Season.HOT, SettingName.HARVEST_MONTHS: Season.HARVEST}
# Which list of the register each setting hides entries of: the list itself is found by the column that keeps it.
LISTS = {SettingName.HIDDEN_KINDS: "dispute.kind", SettingName.HIDDEN_RESOURCES: "dispute.resources",
         SettingName.HIDDEN_LANGUAGES: "party.language", SettingName.HIDDEN_COMMITMENTS: "commitment.kind",
         SettingName.HIDDEN_QUALITIES: "intermediary.quality"}
# Which list each setting adds entries to: one that has « other », and a column beside for its words.
ADDED = {SettingName.OWN_KINDS: "dispute.kind", SettingName.OWN_QUALITIES: "intermediary.quality",
         SettingName.OWN_LANGUAGES: "party.language"}
LONGEST_ENTRY, MOST_ENTRIES = 60, 20


@dataclass(frozen=True)
class SettingFacts:
    """A setting as it is decided: what is known of it, its value, where it comes from."""

    name: SettingName
    standing: Standing
    value: str | None = None
    source: Source | None = None
    source_words: str | None = None


def there() -> list[SettingName]:
    """The settings there are: hiding and adding are for lists that the register keeps."""
    lists = LISTS | ADDED
    return [name for name in SettingName if name not in lists or listed(lists[name]) is not None]


def listed(where: str) -> type[Coded] | None:
    """The closed list that a column keeps, named « table.column »; None where there is no such list."""
    table, _dot, column = where.partition(".")
    if table not in Base.metadata.tables or column not in Base.metadata.tables[table].c:
        return None
    kind = Base.metadata.tables[table].c[column].type
    return kind.kind if isinstance(kind, Codes) else getattr(kind, "enum_class", None)


def standings_of(name: SettingName) -> tuple[Standing, ...]:
    """The answers that make sense: of months and of lists there is always a usual answer."""
    if name in SEASONS or name in LISTS or name in ADDED:
        return Standing.VALUE, Standing.NOT_SET
    return tuple(Standing)


def checked(facts: SettingFacts) -> str | None:
    """The value as it is kept; raises `BrokenRule` with what to do when it cannot be one."""
    if facts.standing not in standings_of(facts.name):
        raise BrokenRule("standing", _l("Choisissez une réponse de la liste."))
    if facts.standing is not Standing.VALUE:
        if facts.value:
            raise BrokenRule("value", _l("Effacez la valeur, ou choisissez « une valeur »."))
        return None
    if not (facts.value or "").strip():
        raise BrokenRule("value", _l("Donnez la valeur, ou choisissez une autre réponse."))
    if facts.source is None:
        raise BrokenRule("source", _l("Dites d’où vient cette règle."))
    return _written(facts.name, facts.value)


def _written(name: SettingName, text: str) -> str:
    if name in NUMBERS:
        return _one_number(name, text)
    if name in SEASONS:
        return "{}-{}".format(*_months(text))
    if name in LISTS:
        return _hidden(name, text)
    if name in ADDED:
        return "\n".join(_entries(listed(ADDED[name]), text))
    if name is SettingName.EVENTS:
        return "\n".join(f"{_years(event)} {event.name}" for event in _events(text))
    return ", ".join(map(str, _schedule(text)))


def _one_number(name: SettingName, text: str) -> str:
    least, most = NUMBERS[name]
    if not NUMBER.fullmatch(text) or not least <= int(text) <= most:
        raise BrokenRule("value", _("Écrivez un nombre entre %(least)d et %(most)d.", least=least, most=most))
    return str(int(text))


def _schedule(text: str) -> list[int]:
    """The months after the signature at which one looks: each once, in order."""
    told = re.findall(r"[0-9]+", text)
    if re.sub(r"[0-9\s,;.]|mois|et", "", text) or not told or any(len(one) > 3 for one in told):
        raise BrokenRule("value", _l("Écrivez les mois en chiffres, par exemple 1, 3, 6."))
    months = [int(one) for one in told]
    if not 1 <= min(months) <= max(months) <= 120 or len(months) > MOST_VISITS:
        raise BrokenRule("value", _l("Écrivez de 1 à 12 nombres, entre 1 et 120 mois."))
    if sorted(set(months)) != months:
        raise BrokenRule("value", _l("Écrivez les mois dans l’ordre, chacun une fois : 1, 3, 6."))
    return months


def _months(text: str) -> tuple[int, int]:
    found = MONTHS.fullmatch(text)
    first, last = map(int, found.groups()) if found else (0, 0)
    if not (1 <= first <= 12 and 1 <= last <= 12):
        raise BrokenRule("value", _l("Choisissez le premier et le dernier mois."))
    return first, last


def _events(text: str) -> list[LocalEvent]:
    """One event a line, its years first; refused with its line when it cannot be read."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = [_event(line) for line in lines]
    if len(found) > MOST_EVENTS:
        raise BrokenRule("value", _("Gardez au plus %(most)d événements.", most=MOST_EVENTS))
    names = [event.name.lower() for event in found]
    if len(set(names)) < len(names):
        raise BrokenRule("value", _l("Deux événements ont le même nom. Ajoutez un mot à l’un d’eux."))
    return found


def _event(line: str) -> LocalEvent:
    told = EVENT.fullmatch(line)
    if told is None:
        raise BrokenRule("value", _("Écrivez l’année puis le nom : « %(line)s » ne se lit pas.", line=line[:60]))
    first, last = int(told[1]), int(told[2] or told[1])
    if not FIRST_KNOWN <= first <= last <= clock.today().year or len(told[3]) > LONGEST_NAME:
        raise BrokenRule("value", _("Corrigez l’année ou raccourcissez le nom : « %(line)s ».", line=line[:60]))
    return LocalEvent(told[3].strip(), first, last)


def _years(event: LocalEvent) -> str:
    return str(event.first) if event.first == event.last else f"{event.first}-{event.last}"


def _hidden(name: SettingName, text: str) -> str:
    """The entries that are not offered, of this list only; what stands for everything else stays."""
    where, kind = LISTS[name], listed(LISTS[name])
    if kind is None or not HIDDEN.fullmatch(text):
        raise BrokenRule("value", _l("Choisissez des réponses de la liste."))
    codes = dict(told.split("=")[::-1] for told in text.split(", "))
    known = [member.value for member in kind if member.value in codes and codes[member.value] == where]
    if len(known) < len(codes):
        raise BrokenRule("value", _l("Choisissez des réponses de la liste."))
    if OTHER in known or len(known) == len(kind):
        raise BrokenRule("value", _l("Gardez au moins « autre », ou une entrée de la liste."))
    return ", ".join(f"{where}={code}" for code in known)


def _entries(kind: type[Coded], text: str) -> list[str]:
    """One entry a line, told in words: none that the list has already, none twice."""
    found = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    known = {fold(words) for member in kind for words in (str(member.label), member.label.source)}
    for words in found:
        if not words[0].isalpha() or "=" in words or len(words) > LONGEST_ENTRY:
            raise BrokenRule("value", _("Écrivez quelques mots, une lettre d’abord : « %(line)s » ne va pas.",
                                        line=words[:LONGEST_ENTRY]))
        if fold(words) in known:
            raise BrokenRule("value", _("« %(line)s » y est déjà. Enlevez cette ligne.", line=words))
        known.add(fold(words))
    if len(found) > MOST_ENTRIES:
        raise BrokenRule("value", _("Gardez au plus %(most)d entrées.", most=MOST_ENTRIES))
    return found


def hidden_text(where: str, members: Iterable) -> str:
    """Entries of a list as the text of a setting."""
    return ", ".join(f"{where}={member.value}" for member in members)


def in_words(value: str | None) -> str:
    """A value as people read it, in the journal and on the page."""
    if value is None:
        return ""
    if found := MONTHS.fullmatch(value):
        names = month_names()
        return _("de %(first)s à %(last)s", first=names[int(found[1])], last=names[int(found[2])])
    if HIDDEN.fullmatch(value):
        return ", ".join(str(_entry(told)) for told in value.split(", "))
    return " · ".join(value.splitlines())


def _entry(told: str) -> str | LazyText:
    """The label of an entry written « table.column=code »; the code itself once the list no longer has it."""
    where, _equals, code = told.partition("=")
    return next((member.label for member in listed(where) or () if member.value == code), code)


def usual_of(name: SettingName) -> str:
    """What holds as long as nothing is settled, in words; only the seasons have something of the kind."""
    return in_words("{}-{}".format(*dates.SEASONS[SEASONS[name]][:2])) if name in SEASONS else ""


class Settings:
    """What one institution settled, ready to be asked: nothing where it settled nothing."""

    def __init__(self, rows: Iterable = ()):
        self.rows = {row.name: row for row in rows}

    def value(self, name: SettingName) -> str | None:
        """The value as kept; None if none is settled, or none is known."""
        row = self.rows.get(name)
        return row.value if row is not None and row.standing is Standing.VALUE else None

    def number(self, name: SettingName) -> int | None:
        """A setting that is one number."""
        told = self.value(name)
        return int(told) if told else None

    def source(self, name: SettingName) -> str:
        """Where a setting comes from, in words."""
        row = self.rows.get(name)
        told = (str(row.source.label), row.source_words) if row is not None and row.source else ()
        return ", ".join(filter(None, told))

    @property
    def schedule(self) -> list[int]:
        """The months after the signature at which this institution looks again."""
        told = self.value(SettingName.VISIT_MONTHS)
        return _schedule(told) if told else []

    @cached_property
    def local(self) -> Local:
        """What the forms of this institution ask in its own way."""
        seasons = {season: _months(told) for name, season in SEASONS.items() if (told := self.value(name))}
        events = tuple(_events(self.value(SettingName.EVENTS) or ""))
        hidden = {listed(where): self._hidden(name, where) for name, where in LISTS.items()
                  if self.value(name) and listed(where) is not None}
        own = {kind: tuple(Own(kind(OTHER), label) for label in told.splitlines()) for name, where in ADDED.items()
               if (told := self.value(name)) and (kind := listed(where)) is not None}
        return Local(seasons, events, hidden, own)

    def _hidden(self, name: SettingName, where: str) -> frozenset:
        codes = {told.partition("=")[2] for told in self.value(name).split(", ")}
        return frozenset(member for member in listed(where) if member.value in codes)

    def days_over(self, name: SettingName, since: date, today: date) -> int:
        """By how many days a delay counted from this day is over; 0 while it is not, or where none is settled."""
        allowed = self.number(name)
        return max((today - since).days - allowed, 0) if allowed else 0

    def last_day(self, name: SettingName, since: date) -> date | None:
        """The last day of a delay counted from this day; None where none is settled."""
        allowed = self.number(name)
        return since + timedelta(days=allowed) if allowed else None

    def visit_days(self, signed: ApproximateDate | None, today: date) -> list[tuple[date, str]]:
        """The days of the follow-up schedule that are still to come, each with its words."""
        if signed is None or signed.latest is None:
            return []
        days = [(months_later(signed.latest, months), months) for months in self.schedule]
        return [(day, ngettext("après %(n)d mois : %(day)s", "après %(n)d mois : %(day)s", months,
                               day=dates.said_day(day))) for day, months in days if day >= today]

    def summons_warnings(self, earlier: list[ApproximateDate | None], sent: ApproximateDate | None) -> list[str]:
        """What to look at before one more summons to the same person: a warning, never a refusal."""
        found, most = [], self.number(SettingName.MOST_SUMMONS)
        if most is not None and len(earlier) >= most:
            found.append(_("Déjà %(number)d sur %(most)d au plus (%(source)s).", number=len(earlier), most=most,
                           source=self.source(SettingName.MOST_SUMMONS)))
        days, last = self.number(SettingName.SUMMONS_DAYS), _latest(earlier)
        if days and last and sent and sent.latest and (sent.latest - last.earliest).days < days:
            found.append(_("La dernière est du %(day)s. Il faut %(days)d jours entre deux (%(source)s).", days=days,
                           day=dates.said(last, sent.latest), source=self.source(SettingName.SUMMONS_DAYS)))
        return found

    def fewer_sessions(self, held: int) -> str:
        """That fewer sessions were held than usual here; nothing where it is enough, or nothing is usual."""
        usual = self.number(SettingName.USUAL_SESSIONS)
        if usual is None or held >= usual:
            return ""
        return ngettext("%(n)d séance tenue, %(usual)d d’habitude (%(source)s).",
                        "%(n)d séances tenues, %(usual)d d’habitude (%(source)s).", held, usual=usual,
                        source=self.source(SettingName.USUAL_SESSIONS))


def _latest(told: list[ApproximateDate | None]) -> ApproximateDate | None:
    known = [when for when in told if when is not None and when.earliest is not None]
    return max(known, key=lambda when: when.earliest, default=None)
