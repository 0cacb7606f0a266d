"""A browser in a test: every request runs in a world of its own, as on a real server."""

import contextvars
import re
import secrets
from hashlib import sha256

from flask import Flask
from werkzeug.test import TestResponse

from mediation.accounts.models import OpenSession
from mediation.kernel import clock
from mediation.kernel.db import db, writing

# A form's token carries the second it was made in.
TOKEN = re.compile(rb'(name="csrf_token" value=")[^"]*')


def same_for(answer: TestResponse, number: str) -> bytes:
    """A page without what differs between two askings: the number asked for, and the token of its forms."""
    return TOKEN.sub(rb"\1", answer.data.replace(number.encode(), b""))


class Visitor:
    """A test client whose requests share nothing with the test's own session, viewer and language."""

    def __init__(self, app: Flask):
        self.app, self.client = app, app.test_client()

    def signed_in(self, account_id: int) -> None:
        """Open a session for this person without asking for a password."""
        token = secrets.token_hex(16)

        def begin():
            with self.app.app_context(), writing():
                db.session.add(OpenSession(
                    token_hash=sha256(token.encode()).hexdigest(), account_id=account_id, began_at=clock.now(),
                    seen_at=clock.now(), device="test"))
                db.session.commit()

        contextvars.Context().run(begin)
        with self.client.session_transaction() as cookie:
            cookie["token"] = token

    def get(self, address: str, **more) -> TestResponse:
        """Open a page."""
        return self.open(address, **more)

    def post(self, address: str, data: dict | None = None, **more) -> TestResponse:
        """Send a form."""
        return self.open(address, method="POST", data=data or {}, **more)

    def open(self, address: str, **more) -> TestResponse:
        """Ask in any way (`method="TRACE"`); as a server does, what was answered is read to its end and closed."""
        return contextvars.Context().run(self.client.open, address, buffered=True, **more)
