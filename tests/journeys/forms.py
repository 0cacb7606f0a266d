"""Pages as a person without scripts uses them: links by their words, forms by the names found in the page."""

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from urllib.parse import urljoin

from tests.journeys.account import plain, seen_on
from tests.visitor import Visitor

WRITTEN = {"text", "hidden", "search", "tel", "email", "password", "number", "date"}
CHOSEN = {"radio", "checkbox"}


@dataclass
class Box:
    """What is asked under one name: what may be answered (None: anything), and what stands there."""

    answers: set[str] | None = None
    values: list[str] = field(default_factory=list)


@dataclass
class Form:
    """A form of the page: where it goes, and its boxes as they stand."""

    action: str
    boxes: dict[str, Box] = field(default_factory=dict)

    def fill(self, answers: dict[str, str | list[str]]) -> "Form":
        """Answer some questions; each must be in the page, and offer the answer when it offers any."""
        for name, answer in answers.items():
            assert name in self.boxes, f"the page does not ask {name}: {sorted(self.boxes)}"
            values = answer if isinstance(answer, list) else [answer]
            offered = self.boxes[name].answers
            assert offered is None or set(values) <= offered, f"{name} offers {offered}, not {values}"
            self.boxes[name].values = values
        return self

    def sent(self) -> dict[str, list[str]]:
        """What a browser sends: the boxes that hold something to send."""
        return {name: box.values for name, box in self.boxes.items() if box.values}


class Page(HTMLParser):
    """What a page offers: its links and its forms that write."""

    def __init__(self, text: str):
        super().__init__()
        self.text, self.links, self.forms = text, {}, []
        self._href = self._inside = self._list = self._area = None
        self._said = []
        self.feed(text)

    @cached_property
    def words(self) -> str:
        """What a person reads on it."""
        return seen_on(self.text)

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        match tag:
            case "a" if "href" in told:
                self._href, self._said = told["href"], []
            case "form" if told.get("method", "").lower() == "post":
                self._inside = Form(told.get("action") or "")
                self.forms.append(self._inside)
            case "input" if self._inside and told.get("name"):
                self._input(told)
            case "select" if self._inside:
                self._list = self._inside.boxes.setdefault(told["name"], Box(set()))
            case "option" if self._list is not None:
                self._option(told)
            case "textarea" if self._inside:
                self._area = self._inside.boxes.setdefault(told["name"], Box(None, [""]))

    def _input(self, told: dict) -> None:
        kind, value = told.get("type", "text"), told.get("value", "")
        if kind in WRITTEN:
            self._inside.boxes[told["name"]] = Box(None, [value])
        elif kind in CHOSEN:
            box = self._inside.boxes.setdefault(told["name"], Box(set()))
            box.answers.add(value)
            if "checked" in told:
                box.values = [value] if kind == "radio" else [*box.values, value]

    def _option(self, told: dict) -> None:
        self._list.answers.add(told["value"])
        if "selected" in told or not self._list.values:
            self._list.values = [told["value"]]

    def handle_endtag(self, tag):
        match tag:
            case "a" if self._href is not None:
                self.links.setdefault(plain("".join(self._said)), self._href)
                self._href = None
            case "form":
                self._inside = None
            case "select":
                self._list = None
            case "textarea" if self._area is not None:
                # A browser takes the line end that opens a text for part of the tag.
                self._area.values[0] = self._area.values[0].removeprefix("\r").removeprefix("\n")
                self._area = None

    def handle_data(self, text):
        if self._href is not None:
            self._said.append(text)
        if self._area is not None:
            self._area.values[0] += text

    @property
    def task(self) -> Form:
        """The form of the task, which carries the key that makes it count once."""
        return next(form for form in self.forms if "key" in form.boxes)


class Person:
    """Somebody at a browser: where they are, and what they see."""

    def __init__(self, visitor: Visitor):
        self.visitor, self.address, self.page = visitor, "/", None

    def open(self, address: str) -> Page:
        """Open a page; it must be there."""
        answer = self.visitor.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status}"
        self.address, self.page = address, Page(answer.text)
        return self.page

    def follow(self, words: str) -> Page:
        """Follow the link of the page that says these words."""
        assert words in self.page.links, f"no « {words} » on {self.address}: {sorted(self.page.links)}"
        return self.open(urljoin(self.address, self.page.links[words]))

    def ask_for_more(self) -> Page:
        """Ask for one more row of the form of the task; nothing is kept yet."""
        form = self.page.task
        answer = self.visitor.post(urljoin(self.address, form.action), {**form.sent(), "more": "1"})
        assert answer.status_code == 200, f"{self.address}: {answer.status}"
        self.page = Page(answer.text)
        return self.page

    def send(self, answers: dict, form: Form | None = None) -> Page:
        """Answer the form of the task and send it; it must be taken, and leads to another page."""
        form = (form or self.page.task).fill(answers)
        answer = self.visitor.post(urljoin(self.address, form.action), form.sent())
        assert answer.status_code == 302, f"{self.address}: {answer.status} {seen_on(answer.text)[:1500]}"
        return self.open(answer.location)

    def refused(self, answers: dict) -> Page:
        """Answer the form of the task and send it; it must come back, with what was typed."""
        form = self.page.task.fill(answers)
        answer = self.visitor.post(urljoin(self.address, form.action), form.sent())
        assert answer.status_code == 200, f"{self.address}: {answer.status}"
        self.page = Page(answer.text)
        return self.page
