"""Files kept in a place that speaks S3, through one library that is asked for only here (the extra `s3`).

`s3://bucket/prefix?region=…&endpoint=…`; who we are comes from the usual `AWS_ACCESS_KEY_ID` and
`AWS_SECRET_ACCESS_KEY`, never from the address, which is shown and logged.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import BinaryIO
from urllib.parse import parse_qsl, urlsplit

PATIENCE = timedelta(seconds=4)
IN_MEMORY = 1 << 20
SECRETS = ("access_key_id", "secret_access_key", "session_token", "token")


class S3Files:
    """A bucket of files, or any other store of the library (its own store in memory, in tests)."""

    def __init__(self, store, said: str = "s3"):
        from obstore.exceptions import BaseError

        self.store, self.said, self.broken = store, said, BaseError

    @classmethod
    def at(cls, address: str) -> "S3Files":
        """The bucket of an address (RuntimeError, one clear line, when it cannot be used)."""
        try:
            from obstore.store import S3Store
        except ImportError:
            raise RuntimeError("REGISTER_FILES names S3, which needs the extra s3: pip install 'obstore>=0.12'"
                               ) from None
        parts = urlsplit(address)
        asked = dict(parse_qsl(parts.query))
        if secret := next((name for name in asked if name.removeprefix("aws_") in SECRETS), None):
            raise RuntimeError(f"REGISTER_FILES must not hold {secret}: set AWS_{secret.removeprefix('aws_').upper()}")
        options = {"timeout": PATIENCE, "connect_timeout": PATIENCE,
                   "allow_http": asked.get("endpoint", "").startswith("http://")}
        try:
            bucket = S3Store(parts.netloc, prefix=parts.path.strip("/") or None, client_options=options,
                             retry_config={"max_retries": 1, "retry_timeout": PATIENCE}, **asked)
        except Exception as wrong:  # the library has no one error for what it cannot read
            raise RuntimeError(f"REGISTER_FILES cannot be used: {str(wrong).splitlines()[0]}") from None
        return cls(bucket, f"s3://{parts.netloc}{parts.path}")

    @contextmanager
    def incoming(self) -> Iterator[BinaryIO]:
        """A file of this machine in which what comes is gathered, until its name is known."""
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as file:
            yield file

    def settle(self, file: BinaryIO, name: str) -> None:
        """Send a file to its place; sent again, it is young again."""
        file.seek(0)
        with self._told():
            self.store.put(_key(name), file)

    def open(self, name: str) -> BinaryIO:
        """A kept file, fetched whole (`FileNotFoundError`)."""
        file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115, whoever asked for it closes it
        try:
            with self._told():
                for block in self.store.get(_key(name)).stream():
                    file.write(block)
        except BaseException:
            file.close()
            raise
        file.seek(0)
        return file

    def listed(self) -> Iterator[tuple[str, float]]:
        """The name of every kept file, and when it was last put."""
        with self._told():
            for some in self.store.list():
                for one in some:
                    yield one["path"].rpartition("/")[2], one["last_modified"].timestamp()

    def remove(self, name: str, before: float) -> bool:
        """Remove a file that was last put before that moment; S3 cannot do both at one instant."""
        try:
            with self._told():
                if self.store.head(_key(name))["last_modified"].timestamp() >= before:
                    return False
                self.store.delete(_key(name))
        except FileNotFoundError:
            return False
        return True

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong over there is told as what goes wrong on a disk."""
        try:
            yield
        except self.broken as error:
            raise OSError(str(error).splitlines()[0]) from error


def _key(name: str) -> str:
    return f"{name[:2]}/{name[2:4]}/{name}"
