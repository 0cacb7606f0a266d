"""A telephone that fetches somebody's calendar, under the address that their page showed."""

import re
from dataclasses import dataclass

from icalendar import Calendar, Event
from werkzeug.test import TestResponse

from tests.visitor import Visitor

ADDRESS = re.compile(r"https?://[^<>\"\s]*(/calendar/[^<>\"\s]*\.ics)")


def address_in(answer: TestResponse) -> str | None:
    """The path of the address that a page shows, if it shows one."""
    found = ADDRESS.search(answer.text)
    return found and found[1]


@dataclass
class Phone:
    """A telephone with the address of a calendar in it, and nothing else: it is nobody."""

    visitor: Visitor
    path: str

    def fetch(self, **more) -> TestResponse:
        """Ask for the calendar."""
        return self.visitor.get(self.path, **more)

    def events(self) -> list[Event]:
        """The entries that a parser of calendars finds, in their order."""
        answer = self.fetch()
        assert answer.status_code == 200, answer.status_code
        return Calendar.from_ical(answer.data).walk("VEVENT")

    def event(self) -> Event:
        """The one entry there is."""
        found = self.events()
        assert len(found) == 1, found
        return found[0]

    def said(self) -> list[str]:
        """What the entries are called."""
        return [str(event["summary"]) for event in self.events()]


def phone_of(visit, login: str) -> Phone:
    """The telephone of somebody of the house, who has just made an address for it."""
    return Phone(visit(), address_in(visit(login).post("/account/calendar/new/")))
