"""What institutions settle, by the act that settles it."""

from mediation.commissions import service
from mediation.commissions.kinds import SettingName, Source, Standing
from mediation.commissions.models import Setting
from mediation.commissions.settings import SettingFacts
from mediation.kernel.db import db


def settled(house, name: SettingName, value: str | None = None, code: str = "MSG",
            standing: Standing = Standing.VALUE, source: Source | None = Source.INTERNAL_RULES,
            words: str | None = "article 7") -> Setting:
    """Something settled by the administrator, by default from the internal rules."""
    made = service.set_setting(house.actor("admin"), house.institution(code),
                               SettingFacts(name, standing, value, source, words))
    db.session.rollback()
    return made
