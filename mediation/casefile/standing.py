"""Who works on a dispute, who reads it, who stands in for whom, and what to look at about them."""

from mediation.acts.vocabulary import Stage
from mediation.casefile.queries import File
from mediation.casefile.words import day, label, listed
from mediation.kernel import clock
from mediation.kernel.language import _, ngettext
from mediation.teams import queries
from mediation.teams.kinds import ROLES, InterestKind, ReplacementKind
from mediation.teams.models import Interest, Replacement
from mediation.teams.rules import Caution, Worker, cautions_about

PLACES = {role: place for place, role in ROLES.items()}


def standing_in(file: File) -> list[Replacement]:
    """Who stands in another’s place today; a stand-in only as long as the dispute is open."""
    today, closed = clock.today(), file.dispute.stage is Stage.CLOSED
    return [one for one in file.of(Replacement) if one.stands_on(today)
            and not (closed and one.kind is ReplacementKind.STAND_IN)]


def stands_said(one: Replacement) -> str:
    """Who stands in whose place, in one sentence."""
    if one.kind is ReplacementKind.STAND_IN:
        return _("%(name)s tient le secrétariat de ce dossier, en suppléance", name=one.name)
    return _("%(name)s remplace %(other)s : %(place)s", name=one.name, other=one.replaced_name,
             place=label(PLACES[one.role]))


def readers_of(file: File, team: int) -> list[str]:
    """Who can read this dispute, in plain words; `team` is how many are on the team today."""
    lines = [ngettext("L’équipe, %(num)d personne", "L’équipe, %(num)d personnes", team)] if team else []
    lines += [_("Le secrétariat et la présidence\u00a0: %(name)s", name=file.dispute.lead.name),
              _("La supervision du territoire")]
    for one in standing_in(file):
        lines.append(stands_said(one))
        if one.replaced_account_id is not None:
            lines.append(_("%(name)s lit encore, mais n’agit plus ici", name=one.replaced_name))
    return [*lines, _("Une partie qui a un compte ne lit rien ici")]


def interest_said(file: File, one: Interest) -> str:
    """A declared link, to whom, and what was decided of it by whom."""
    party = file.rows.get(f"party:{one.party_id}")
    whom = _("partie %(letter)s", letter=party.letter) if party and one.kind is not InterestKind.PARTY else ""
    decided = listed(label(one.decision) or _("rien de décidé encore"), one.decision_words, one.decided_by,
                     day(one.happened_on))
    return listed(label(one.kind), whom, one.words, decided)


def cautions_of(file: File, team: list) -> list[Caution]:
    """What to look at about the team, those who sat, and those who stand in another’s place."""
    seats = [seat for held in file.held for seat in held.bench]
    workers = [Worker(one.account_id, one.name) for one in (*team, *seats, *standing_in(file))]
    declared = [queries.declared(one, file.rows.get(f"party:{one.party_id}"))
                for one in file.of(Interest) if one.struck_at is None]
    return [one for one in cautions_about(workers, queries.involved_in(file.parties), declared)
            if not isinstance(one.why, InterestKind)]
