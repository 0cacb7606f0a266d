"""What each act brought, in one or two lines, by the slice it belongs to.

Each kind of act has its line; it is read from the row as it stands now, never from what is reserved. An act
is looked up by its name, then by its noun.
"""

from mediation.casefile.tellers import (
    agreements,
    context,
    disputes,
    documents,
    followup,
    papers,
    parties,
    referrals,
    sessions,
    supervision,
    teams,
    validity,
)

TELLERS = {
    **agreements.TELLERS,
    **context.TELLERS,
    **disputes.TELLERS,
    **documents.TELLERS,
    **followup.TELLERS,
    **papers.TELLERS,
    **parties.TELLERS,
    **referrals.TELLERS,
    **sessions.TELLERS,
    **supervision.TELLERS,
    **teams.TELLERS,
    **validity.TELLERS,
}
