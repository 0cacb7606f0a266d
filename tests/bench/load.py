"""Requests a second through HTTP: a few keep-alive connections, servers asked turn about so that drift cancels."""

import contextlib
import http.client
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from statistics import median

from tests.bench.seed import Place

CONNECTIONS = 4
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """A server process under load."""

    process: subprocess.Popen
    port: int

    def cpu(self) -> float:
        """The seconds of processor it has used."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            numbers = file.read().rsplit(")", 1)[1].split()
        return (int(numbers[11]) + int(numbers[12])) / TICKS


@dataclass(frozen=True)
class Asked:
    """What is asked of a server: addresses in turn, as somebody."""

    server: Server
    paths: tuple[str, ...]
    cookie: str = ""


@dataclass
class Answered:
    """What was measured, turn by turn."""

    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    size: int = 0

    @property
    def rate(self) -> float:
        """Requests a second, the median of the turns."""
        return median(self.rates)

    @property
    def milliseconds(self) -> float:
        """Processor time of the server for one request, in milliseconds."""
        return median(self.cpu)


@contextlib.contextmanager
def serving(kind: str, place: Place) -> Iterator[Server]:
    """A server of this kind over this register, stopped at the end."""
    process = subprocess.Popen([sys.executable, "-m", "tests.bench.serve", kind, place.url, str(place.folder)],
                               stdout=subprocess.PIPE, text=True)
    try:
        yield Server(process, int(process.stdout.readline()))
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def turn_about(asked: dict[str, Asked], seconds: float, turns: int) -> dict[str, Answered]:
    """Load each in turn, several times over; the first, short turn only warms up."""
    answers = {name: Answered() for name in asked}
    for one in asked.values():
        _load(one, min(seconds, 0.5))
    for _ in range(turns):
        for name, one in asked.items():
            before = one.server.cpu()
            done, spent, answers[name].size = _load(one, seconds)
            answers[name].rates.append(done / spent)
            answers[name].cpu.append((one.server.cpu() - before) / done * 1000)
    return answers


def ratio(above: Answered, below: Answered) -> float:
    """How many times the second's rate the first has: the median over the turns."""
    return median(a / b for a, b in zip(above.rates, below.rates, strict=True))


def _load(asked: Asked, seconds: float) -> tuple[int, float, int]:
    """Requests done, in how many seconds, and the size of the last answer; anything but a 200 is an error."""
    done, sizes, wrong, start = [], [], [], time.perf_counter()

    def keep_asking(offset: int) -> None:
        paths = cycle(asked.paths[offset:] + asked.paths[:offset])
        connection, number = http.client.HTTPConnection("127.0.0.1", asked.server.port, timeout=60), 0
        headers = {"Cookie": asked.cookie} if asked.cookie else {}
        while time.perf_counter() - start < seconds and not wrong:
            path = next(paths)
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            size, number = len(answer.read()), number + 1
            if answer.status != 200:
                wrong.append(f"{path}: {answer.status}")
        connection.close()
        done.append(number)
        sizes.append(size)

    threads = [threading.Thread(target=keep_asking, args=(number * 7 % len(asked.paths),))
               for number in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise RuntimeError(f"the benchmark was refused a page: {wrong[0]}")
    return sum(done), time.perf_counter() - start, sizes[-1]
