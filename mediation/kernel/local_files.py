"""Files kept in a folder of this machine, each settled on the disk before it has its name."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

INCOMING = "incoming"


class LocalFiles:
    """A folder of files, two folders deep, so that none holds too many."""

    def __init__(self, folder: str | Path):
        self.folder = Path(folder)
        self.said = str(self.folder)

    def path_of(self, name: str) -> Path:
        """Where the file of this name is kept."""
        return self.folder / name[:2] / name[2:4] / name

    @contextmanager
    def incoming(self) -> Iterator[BinaryIO]:
        """A new file beside the kept ones, on the same disk, gone afterwards unless it was settled."""
        waiting = self.folder / INCOMING
        waiting.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=waiting, delete=False) as file:
            try:
                yield file
            finally:
                with suppress(FileNotFoundError):
                    os.unlink(file.name)

    def settle(self, file: BinaryIO, name: str) -> None:
        """Give a written file its name, on the disk when this returns; in place of one already there, so that
        what is put again is young again, and whole again had it been damaged."""
        path = self.path_of(name)
        file.flush()
        os.fsync(file.fileno())
        made = [folder for folder in (path.parent, path.parent.parent) if not folder.exists()]
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(file.name, path)
        for folder in (path.parent, *(folder.parent for folder in made)):
            _settle(folder)

    def open(self, name: str) -> BinaryIO:
        """A kept file (`FileNotFoundError`)."""
        return self.path_of(name).open("rb")

    def listed(self) -> Iterator[tuple[str, float]]:
        """The name of every kept file, and when it was last put; also what an interrupted upload has left."""
        for path in self.folder.rglob("*"):
            with suppress(FileNotFoundError):
                if path.is_file() and not path.is_symlink():
                    yield path.name, path.stat().st_mtime

    def remove(self, name: str, before: float) -> bool:
        """Remove a file that was last put before that moment; one that is put again at this instant stays."""
        path = self.path_of(name)
        if not path.exists():
            path = self.folder / INCOMING / name
        aside = path.with_name(f"{name}.going")
        try:
            # Under another name nobody can put it again; had somebody just done so, it is young, and comes back.
            os.rename(path, aside)
        except FileNotFoundError:
            return False
        if aside.stat().st_mtime >= before:
            os.replace(aside, path)
            return False
        os.unlink(aside)
        return True


def _settle(folder: Path) -> None:
    """Make the folder remember its new file, should the power fail now."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
