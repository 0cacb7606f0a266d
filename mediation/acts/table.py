"""The table that the regulation is written in: a row for every act, and the words its rows are made of.

`who` holds within each role's own scope (see `policy.py`); `at` are the stages of the dispute, `of` those of
the thing inside it that the act is about. What is `late` may also be written down when its stage has passed
(regulation, part 3, late entry), even if it came after the stage when it `outlives` it: a measure is lifted, an
offer is answered when the dispute is over. What is for `guests` may be done by the secretary of an institution to
which the dispute was referred, beside the roles of the row, or alone where it has none.
"""

from mediation.acts.act import Act
from mediation.acts.vocabulary import ANY, OPEN, Role, Stage
from mediation.kernel.language import _l

M, S, C, R, A = Role.MEDIATOR, Role.SECRETARY, Role.CHAIR, Role.REVIEWER, Role.ADMINISTRATOR
WORKING = frozenset({Stage.ACCEPTED, Stage.IN_MEDIATION, Stage.IN_FOLLOW_UP, Stage.NOT_SETTLED})
UNDER_WAY = WORKING | {Stage.SUSPENDED}
PRESENT = OPEN - {Stage.REFERRED}
HEARING = frozenset({Stage.ACCEPTED, Stage.IN_MEDIATION})
SETTLING = frozenset({Stage.IN_MEDIATION, Stage.IN_FOLLOW_UP, Stage.NOT_SETTLED})
# In a closed dispute only what rectifies a signed agreement: a rule of the settlement sees to that.
RECTIFYING = SETTLING | {Stage.CLOSED}


CATALOGUE: dict[str, Act] = {}


def act(name, who, at, button, told, **more) -> Act:
    """Enter an act in the table."""
    more = {key: frozenset(value) if isinstance(value, set) else value for key, value in more.items()}
    CATALOGUE[name] = Act(name, frozenset(who), at, button, told, **more)
    return CATALOGUE[name]


def strike(noun, told, who=frozenset({M, S}), **more) -> Act:
    """Enter the striking out of what was written by mistake."""
    return act(f"{noun}.strike", who, ANY, _l("Rayer"), told, icon="strike", **more)
