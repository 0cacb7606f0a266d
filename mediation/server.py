"""The server of `flask serve`; a request for which the machine has no room is still answered with a page."""

from contextlib import suppress

import waitress
from waitress.buffers import OverflowableBuffer
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser

from mediation.kernel.files import StorageDown


def made(app, **settings):
    """The server of an application, as waitress makes it but for what comes in."""
    sockets: dict = {}
    server = waitress.create_server(app, map=sockets, **settings)
    for one in sockets.values():
        if hasattr(one, "channel_class"):
            one.channel_class = _Channel
    return server


class _Body(OverflowableBuffer):
    """What comes in with a request: long bodies wait in a temporary file.

    When the disk of temporary files is full, the server would hang up without a word. The rest of the body passes
    by instead, and whoever reads it is told (`StorageDown`), so that the program answers as for any full disk.
    """

    full = False

    def append(self, s: bytes) -> None:
        """Keep a piece, as long as there is room."""
        if not self.full:
            try:
                super().append(s)
            except OSError:
                self.full = True
                self.close()

    def getfile(self):
        """Where the program reads from."""
        return _NoRoom() if self.full else super().getfile()

    def close(self) -> None:
        """What was not written yet never will be."""
        with suppress(OSError):
            super().close()


class _NoRoom:
    """A body that was not kept; not an `OSError`, which would say that the browser went away."""

    def read(self, size: int = -1) -> bytes:
        raise StorageDown("no room for a request that comes in")


class _Parser(HTTPRequestParser):
    def parse_header(self, header_plus: bytes) -> None:
        """Read what comes before the body; nothing of the body is kept by then."""
        super().parse_header(header_plus)
        if self.body_rcv is not None:
            self.body_rcv.buf = _Body(self.adj.inbuf_overflow)


class _Channel(HTTPChannel):
    parser_class = _Parser
