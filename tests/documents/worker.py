"""A worker by itself, to be measured: it receives the bodies of a form one by one, and says what they cost it.

Run as a program with the settings of a register, who sends, the address of the form, and the bodies: the first is an
ordinary one, to which the others are held. Each body is a file that begins with a line that tells its type.
"""

import json
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from mediation import create_app
from tests.visitor import Visitor


def peaks() -> dict[str, int]:
    """The most memory, in KiB, that this process ever held, and the most that a process it started held.

    The kernel's own mark: `ru_maxrss` of this process would begin at the size of whoever started it.
    """
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return {"worker": int(status["VmHWM"].split()[0]), "drawing": getrusage(RUSAGE_CHILDREN).ru_maxrss}


def spent() -> float:
    """The seconds of a processor that this process and those it started have used."""
    return sum(used.ru_utime + used.ru_stime for used in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def receive(visitor: Visitor, address: str, path: str) -> tuple[int, float]:
    """Send one body; how it was answered, and the seconds of a processor that it took."""
    before = spent()
    with open(path, "rb") as body:
        kind = body.readline().decode().strip()
        length = Path(path).stat().st_size - body.tell()
        answer = visitor.open(address, method="POST", input_stream=body, environ_overrides={
            "CONTENT_LENGTH": str(length), "CONTENT_TYPE": kind})
    return answer.status_code, spent() - before


def main(settings: str, sender: str, address: str, ordinary: str, *others: str) -> None:
    """Receive all; tell the peaks after the ordinary body and after the others, and each answer with its seconds."""
    visitor = Visitor(create_app(**json.loads(settings)))
    visitor.signed_in(int(sender))
    first = receive(visitor, address, ordinary)
    before = peaks()
    found = [receive(visitor, address, path) for path in others]
    print(json.dumps({"first": first, "before": before, "after": peaks(), "others": found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
