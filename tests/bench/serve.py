"""One server process of the benchmark: the register or the floor, both under waitress with as many threads."""

import logging
import sys
from pathlib import Path

from waitress import create_server

from tests.bench.floor import floor_app
from tests.bench.seed import Place

THREADS = 4


def main(kind: str, url: str, folder: str) -> None:
    """Serve on a free port, and say which."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    place = Place(url, Path(folder))
    app = floor_app(place) if kind == "floor" else place.app()
    server = create_server(app, host="127.0.0.1", port=0, threads=THREADS)
    print(server.effective_port, flush=True)
    server.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
