"""A small disk of a test's own, which can really be full."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MIB = 1 << 20
PAGE = 4096


class Disk:
    """A disk of a few MiB, mounted on a folder."""

    def __init__(self, folder: Path):
        self.folder, self._rest = folder, folder / "the-rest"

    @contextmanager
    def full(self) -> Iterator[None]:
        """No byte is left on it inside; afterwards there is room again."""
        self.fill()
        try:
            yield
        finally:
            self.free()

    def fill(self) -> None:
        """Take what is left, to the last page."""
        with self._rest.open("ab", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * PAGE)
            except OSError:
                assert not self.room()

    def free(self, size: int | None = None) -> None:
        """Give so many bytes back, or all of them."""
        kept = 0 if size is None else max(0, self._rest.stat().st_size - size)
        os.truncate(self._rest, kept)

    def room(self) -> int:
        """How many bytes are left."""
        told = os.statvfs(self.folder)
        return told.f_bavail * told.f_frsize


@contextmanager
def small_disk(folder: Path, size: int = 24 * MIB) -> Iterator[Disk]:
    """Mount a disk on this folder; a test is skipped where that is not allowed."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux mounts a disk that can really be full")
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", folder],
                             capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    try:
        yield Disk(folder)
    finally:
        # Also when something still holds a file of it open.
        subprocess.run(["umount", "--lazy", folder], check=True)
