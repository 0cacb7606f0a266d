"""What the institution settled says of the next summons and of the sessions: to be looked at, never a refusal."""

from mediation.acts.vocabulary import SessionStage
from mediation.commissions.kinds import SettingName
from mediation.commissions.queries import settings_of
from mediation.kernel import clock, dates
from mediation.kernel.language import _
from mediation.sessions.models import Summons
from mediation.sessions.queries import held_of, sessions_of, standing, summons_of


def summons_to_watch(dispute) -> list[tuple[str, list[str]]]:
    """To whom one more summons today would be one too many, or too soon: the addressee, and why."""
    settings, sent = settings_of(dispute.lead_id), {}
    for one in standing(summons_of(dispute)):
        sent.setdefault(_to(one), []).append(one)
    today = dates.on(clock.today())
    found = [(all_sent[0].addressee, settings.summons_warnings([one.happened_on for one in all_sent], today))
             for all_sent in sent.values()]
    return [(addressee, words) for addressee, words in found if words]


def warnings_of_summons(summons: Summons) -> list[str]:
    """What to look at in a summons just sent, beside the earlier ones to the same person."""
    dispute = summons.dispute
    earlier = [one.happened_on for one in standing(summons_of(dispute))
               if _to(one) == _to(summons) and one.number < summons.number]
    return settings_of(dispute.lead_id).summons_warnings(earlier, summons.happened_on)


def _to(summons: Summons) -> tuple:
    """Whom a summons calls: a party, or somebody by name."""
    return summons.party_id, (summons.person or "").strip().lower()


def first_session_hint(dispute) -> str:
    """Until when the first session is to be held here; nothing once there is one, or where nothing is settled."""
    settings = settings_of(dispute.lead_id)
    last_day = settings.last_day(SettingName.FIRST_SESSION_DAYS, dispute.registered_on)
    if last_day is None or any(one.stage in (SessionStage.HELD, SessionStage.PLANNED)
                               for one in standing(sessions_of(dispute))):
        return ""
    return _("La première séance, avant le %(day)s (%(source)s).", day=dates.said_day(last_day),
             source=settings.source(SettingName.FIRST_SESSION_DAYS))


def fewer_sessions(dispute) -> str:
    """That fewer sessions were held than is usual in this institution."""
    settings = settings_of(dispute.lead_id)
    return settings.fewer_sessions(len(held_of(dispute))) if settings.number(SettingName.USUAL_SESSIONS) else ""
