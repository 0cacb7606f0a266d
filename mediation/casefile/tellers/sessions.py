"""How summons, sessions, notes and a mediation that ended are told."""

from collections.abc import Callable

from mediation.casefile.around import answer_said, offer_said
from mediation.casefile.queries import File
from mediation.casefile.told import Told
from mediation.casefile.words import day, label, listed, sentence
from mediation.kernel.language import _, ngettext
from mediation.sessions.kinds import Presence


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
             _("Présidée par %(name)s.", name=chair.name) if chair else "", session.decided)
    return Told(tuple(line for line in lines if line), session.said or "")


def came(file: File, session) -> str:
    """Who came, the parties by letter; who did not, representatives by name; witnesses by alias.

    Where a side has several parties its letter is not enough: one may come and the other refuse.
    """
    said = []
    for presence, one, many in ((Presence.CAME, _("présent\u00a0: %(who)s"), _("présents\u00a0: %(who)s")),
                                (Presence.ABSENT, _("absent\u00a0: %(who)s"), _("absents\u00a0: %(who)s")),
                                (Presence.REFUSED, _("a refusé\u00a0: %(who)s"), _("ont refusé\u00a0: %(who)s"))):
        shown = _shown if presence is Presence.CAME else _named
        who = list(dict.fromkeys(shown(file, p) for p in session.attendance if p.presence is presence))
        if who:
            said.append((one if len(who) == 1 else many) % {"who": ", ".join(who)})
    return sentence(" · ".join(said))


def _named(file: File, person) -> str:
    """Who stayed away: a representative by name, for their side may be there without them."""
    speaker = file.rows.get(f"representative:{person.representative_id}")
    if speaker is None:
        return _shown(file, person)
    return _("%(name)s pour %(letter)s", name=speaker.name, letter=_shown(file, person))


def _shown(file: File, person) -> str:
    speaker = file.rows.get(f"representative:{person.representative_id}")
    party = file.rows.get(f"party:{person.party_id or (speaker.party_id if speaker else None)}")
    if party is not None:
        return _party(file, party)
    witness = file.rows.get(f"witness:{person.witness_id}")
    return witness.alias if witness else person.name or ""


def _party(file: File, party) -> str:
    """A party by the letter of its side, and by its name where it shares that side."""
    alone = all(one.id == party.id or one.side != party.side for one in file.standing_parties)
    return party.letter if alone else _("%(letter)s (%(name)s)", letter=party.letter, name=party.name)


def counted(row) -> str:
    """Women, men and all who came, as far as somebody counted."""
    parts = [ngettext("%(num)d femme", "%(num)d femmes", row.women) if row.women is not None else "",
             ngettext("%(num)d homme", "%(num)d hommes", row.men) if row.men is not None else ""]
    whole = getattr(row, "participants", None)
    if whole is not None:
        parts.append(ngettext("%(num)d personne en tout", "%(num)d personnes en tout", whole))
    languages = ", ".join(label(one) for one in getattr(row, "languages", None) or ())
    return listed(", ".join(filter(None, parts)), languages)


def _outcome(file: File, outcome) -> list[str]:
    """How it ended and why, after how many sessions; a default names the summons that were ignored."""
    tried = ngettext("%(num)d séance tenue", "%(num)d séances tenues", outcome.attempts)
    calls = [file.rows[f"summons:{one.summons_id}"] for one in outcome.ignored]
    ignored = ", ".join(
        _("n° %(number)d à %(name)s", number=one.number, name=addressee(file, one)) for one in calls)
    return [listed(sentence(label(outcome.kind)), tried, outcome.points, outcome.reason),
            _("Sans réponse\u00a0: %(summons)s", summons=ignored) if ignored else ""]


def _resumed(file: File, resumption) -> list[str]:
    return [resumption.reason]


def _offer(file: File, offer) -> list[str]:
    return [offer_said(offer, file.rows.get(f"mediation_session:{offer.session_id}")), sentence(answer_said(offer))]


def _note(file: File, note) -> list[str]:
    return [_("Note réservée\u00a0: seule la personne qui l’a écrite peut l’ouvrir.")]


TELLERS: dict[str, Callable] = {
    "summons.issue": _summons,
    "summons.record_service": _served,
    "session.schedule": _planned,
    "session.postpone": _put_off,
    "session.cancel": _put_off,
    "session.record": _held,
    "session.amend": _held,
    "note.write": _note,
    "offer": _offer,
    "mediation.resume": _resumed,
    "mediation": _outcome,
}
