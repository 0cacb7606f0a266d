"""The invented disputes, modelled on published accounts; every name and village is made up."""

from mediation.demo.stories import fields, levels, loans, villages, water

ALL = (*fields.TOLD, *loans.TOLD, *water.TOLD, *villages.TOLD, *levels.TOLD)
