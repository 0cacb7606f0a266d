"""What an act brought, in one or two lines under its sentence in the thread of the dispute.

Each kind of act has its line; it is read from the row as it stands now, never from what is reserved.
"""

from collections.abc import Callable
from dataclasses import dataclass

from mediation.casefile.queries import File
from mediation.kernel import clock, dates
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import _, ngettext
from mediation.kernel.numbers import said_number
from mediation.sessions.kinds import Presence

# The semicolon of French, after its narrow space.
SEMICOLON = "\u202f; "


@dataclass(frozen=True)
class Told:
    """The lines of detail, and words that were said."""

    lines: tuple[str, ...] = ()
    quote: str = ""


def tell(file: File, act: str, row) -> Told:
    """The detail of an act, from the row it made or changed; nothing for acts that say it all themselves."""
    told = TELLERS.get(act) or TELLERS.get(act.split(".")[0])
    if told is None or row is None or act.endswith(".strike"):
        return Told()
    said = told(file, row)
    return said if isinstance(said, Told) else Told(tuple(line for line in said if line))


def listed(*parts) -> str:
    """The parts that were told, on one line."""
    return " · ".join(str(part) for part in parts if part)


def sentence(text: str) -> str:
    """The first letter of a line is a capital."""
    return text[:1].upper() + text[1:]


def day(when: ApproximateDate | None) -> str:
    """An approximate date as it is told inside a line."""
    return dates.said(when, clock.today()) if when else ""


def label(code) -> str:
    """The word of a code, if there is one."""
    return str(code.label) if code else ""


def _saisine(file: File, dispute) -> list[str]:
    began = _("Le litige dure depuis : %(when)s.", when=day(dispute.began_on)) if dispute.began_on else ""
    return [listed(sentence(label(dispute.channel)), dispute.asked_by, dispute.came_from), began]


def _declined(file: File, dispute) -> list[str]:
    return [listed(sentence(label(dispute.decline_reason)), dispute.ending_reason)]


def _ended(file: File, dispute) -> list[str]:
    return [listed(sentence(label(dispute.ending)), dispute.withdrawn_by, dispute.ending_reason)]


def _member(file: File, member) -> list[str]:
    return [listed(member.name, member.quality, _("en charge du dossier") if member.leads else "")]


def _attempt(file: File, attempt) -> list[str]:
    return [listed(sentence(label(attempt.channel)), attempt.body, label(attempt.result), attempt.decision)]


def _harm(file: File, harm) -> list[str]:
    return [listed(harm_said(harm), harm.source)]


def harm_said(harm) -> str:
    """A count of what was suffered; unknown is not nought."""
    count = harm.count if harm.count is not None else _("on ne sait pas combien")
    said = _("%(what)s : %(count)s", what=sentence(label(harm.kind)), count=count)
    people = [ngettext("%(num)d femme", "%(num)d femmes", harm.women) if harm.women else "",
              ngettext("%(num)d homme", "%(num)d hommes", harm.men) if harm.men else ""]
    amount = said_number(harm.quantity) if harm.quantity is not None else ""
    worth = " ".join(filter(None, (amount, harm.unit)))
    return listed(said, ", ".join(filter(None, people)), _("vaut %(worth)s", worth=worth) if worth else "", harm.what)


def _party(file: File, party) -> list[str]:
    return [listed(party.letter, party.name, party.quality, label(party.kind))]


def _speaker(file: File, speaker) -> list[str]:
    party = file.rows.get(f"party:{speaker.party_id}")
    whose = _("pour %(name)s", name=party.name) if party else ""
    return [listed(speaker.name, whose, label(speaker.mandate))]


def _witness(file: File, witness) -> list[str]:
    return [listed(witness.alias, witness.quality)]


def _object(file: File, contested) -> list[str]:
    return [listed(sentence(contested.called), contested.description)]


def _summons(file: File, summons) -> list[str]:
    return [listed(_("N° %(number)d à %(name)s", number=summons.number, name=addressee(file, summons)),
                   label(summons.channel))]


def _served(file: File, summons) -> list[str]:
    return [listed(_("N° %(number)d à %(name)s", number=summons.number, name=addressee(file, summons)),
                   label(summons.stage), summons.received_by, summons.not_served_reason)]


def addressee(file: File, summons) -> str:
    """To whom a summons goes: the party by its name, or a person in words."""
    party = file.rows.get(f"party:{summons.party_id}")
    return party.name if party else summons.person or ""


def _planned(file: File, session) -> list[str]:
    return [listed(sentence(label(session.kind)), day(session.planned_on), session.planned_hour,
                   session.place)]


def _put_off(file: File, session) -> list[str]:
    return [listed(day(session.planned_on), session.reason)]


def _held(file: File, session) -> Told:
    """Who came, the counts, who sat, what was decided; what was said stands apart."""
    chair = session.chaired_by
    lines = (listed(sentence(label(session.kind)), label(session.result), session.duration, session.place),
             came(file, session), counted(session),
             _("Sous la présidence de %(name)s.", name=chair.name) if chair else "", session.decided)
    return Told(tuple(line for line in lines if line), session.said or "")


def came(file: File, session) -> str:
    """Who came and who did not, the parties by letter, the others by name, witnesses by alias."""
    said = []
    for presence, one, many in ((Presence.CAME, _("présent : %(who)s"), _("présents : %(who)s")),
                                (Presence.ABSENT, _("absent : %(who)s"), _("absents : %(who)s")),
                                (Presence.REFUSED, _("a refusé : %(who)s"), _("ont refusé : %(who)s"))):
        who = list(dict.fromkeys(_shown(file, p) for p in session.attendance if p.presence is presence))
        if who:
            said.append((one if len(who) == 1 else many) % {"who": ", ".join(who)})
    return sentence(" · ".join(said))


def _shown(file: File, person) -> str:
    speaker = file.rows.get(f"representative:{person.representative_id}")
    party = file.rows.get(f"party:{person.party_id or (speaker.party_id if speaker else None)}")
    witness = file.rows.get(f"witness:{person.witness_id}")
    return party.letter if party else witness.alias if witness else person.name or ""


def counted(row) -> str:
    """Women, men and all who came, as far as somebody counted."""
    parts = [ngettext("%(num)d femme", "%(num)d femmes", row.women) if row.women is not None else "",
             ngettext("%(num)d homme", "%(num)d hommes", row.men) if row.men is not None else ""]
    whole = getattr(row, "participants", None)
    if whole is not None:
        parts.append(ngettext("%(num)d personne en tout", "%(num)d personnes en tout", whole))
    languages = ", ".join(label(one) for one in getattr(row, "languages", None) or ())
    return listed(", ".join(filter(None, parts)), languages)


def _agreement(file: File, agreement) -> list[str]:
    number = len(agreement.commitments)
    held = ngettext("%(num)d engagement", "%(num)d engagements", number) if number else _("sans engagement")
    return [listed(_("Sur tous les points") if agreement.total else _("Sur une partie des points"), held,
                   label(agreement.form))]


def _given_up(file: File, agreement) -> list[str]:
    return [agreement.abandoned_reason or ""]


def _read(file: File, reading) -> list[str]:
    languages = ", ".join(label(one) for one in reading.languages or ())
    reader = _("lu par %(name)s", name=reading.reader) if reading.reader else ""
    understood = _("compris par %(letters)s", letters=", ".join(reading.understood))
    return [listed(sentence(languages), reader, understood)]


def _signed(file: File, agreement) -> list[str]:
    return [SEMICOLON.join(f"{line.name} {label(line.mark)}" for line in agreement.signatures)]


def _outcome(file: File, outcome) -> list[str]:
    """How it ended and why, after how many sessions; a default names the summons that were ignored."""
    tried = ngettext("%(num)d séance tenue", "%(num)d séances tenues", outcome.attempts)
    calls = [file.rows[f"summons:{one.summons_id}"] for one in outcome.ignored]
    ignored = ", ".join(
        _("n° %(number)d à %(name)s", number=one.number, name=addressee(file, one)) for one in calls)
    return [listed(sentence(label(outcome.kind)), tried, outcome.points, outcome.reason),
            _("Sans réponse : %(summons)s", summons=ignored) if ignored else ""]


def _visit_planned(file: File, visit) -> list[str]:
    return [listed(sentence(day(visit.planned_on)), visit.planned_words, visit.place)]


def _visited(file: File, visit) -> Told:
    found = SEMICOLON.join(listed(
        _("engagement %(number)d : %(found)s", number=file.rows[f"commitment:{one.commitment_id}"].number,
          found=label(one.found)), label(one.lateness), one.note) for one in visit.findings)
    lines = (sentence(found), listed(visit.made_by, visit.met, visit.place), counted(visit))
    return Told(tuple(line for line in lines if line), visit.said or "")


def _note(file: File, note) -> list[str]:
    return [_("Note réservée : seule la personne qui l’a écrite peut l’ouvrir.")]


TELLERS: dict[str, Callable] = {
    "dispute.register": _saisine, "dispute.decline": _declined, "dispute.withdraw": _ended,
    "dispute.close": _ended, "dispute.assign": _member, "attempt": _attempt, "harm": _harm, "party": _party,
    "representative": _speaker, "witness": _witness, "object": _object, "summons.issue": _summons,
    "summons.record_service": _served,
    "session.schedule": _planned, "session.postpone": _put_off, "session.cancel": _put_off,
    "session.record": _held, "session.amend": _held, "note.write": _note, "agreement.record": _agreement,
    "agreement.amend": _agreement, "agreement.abandon": _given_up, "agreement.read_aloud": _read,
    "agreement.sign": _signed, "mediation": _outcome, "visit.plan": _visit_planned, "visit.record": _visited,
}
