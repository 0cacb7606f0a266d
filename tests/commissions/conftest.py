"""What these tests count."""

import pytest
from sqlalchemy import event

from mediation.kernel.db import db


@pytest.fixture
def statements(house):
    """How many statements something costs."""

    def counted(what) -> int:
        told = []
        event.listen(db.engine, "before_cursor_execute", lambda *given: told.append(given[2]))
        what()
        return len(told)

    return counted
