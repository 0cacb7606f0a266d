"""The invented disputes, modelled on published accounts; every name and village is made up."""

from mediation.demo.stories import around, families, fields, fresh, levels, loans, papers, pasts, villages, water

ALL = (*fields.TOLD, *loans.TOLD, *water.TOLD, *villages.TOLD, *levels.TOLD, *families.TOLD, *around.TOLD,
       *papers.TOLD, *pasts.TOLD, *fresh.TOLD)
