"""Settings, from the environment; a default is right for production and safe to publish, or there is none.

| variable | meaning |
|---|---|
| `SECRET_KEY` | signs cookies; without it a key is made once and kept in `instance/` |
| `DATABASE_URL` | `sqlite:///…` or `postgresql://…`; by default the file `instance/register.sqlite` |
| `MIGRATION_DATABASE_URL` | the owner of the tables, when the application's own role is not |
| `LEDGER_KEY` | the file of the key that signs checkpoints; made once, by default `instance/ledger-key` |
| `REGISTER_OVER_HTTP` | `1`: cookies without Secure, only for a laptop serving its own local network |
| `PAPER_FONTS` | a folder with fonts for other scripts than Latin, read for the papers (Debian's fonts-noto-core) |
| `PAPER_SEAL` | a file with the certificate and the key (PKCS#12) that seal every paper; needs the extra `seal` |
| `PAPER_SEAL_PASSPHRASE` | its passphrase, or in `PAPER_SEAL_PASSPHRASE_FILE` the file that holds it |
| `REGISTER_ADDRESS` | where papers are checked (`https://register.example.org`); otherwise as the browser has it |
| `REGISTER_PROXIES` | how many trusted proxies stand before the server (0) |
| `REGISTER_FILES` | where papers and pieces are kept: a folder (by default `instance/files`), or `s3://bucket/prefix` |
| `REGISTER_DISPUTE_MIB` | how many MiB of pieces one dispute may hold (300) |
"""

import os
import secrets
from pathlib import Path

KIB = 1024
# Pages ask small questions: to compile them, or to call workers for them, takes longer than to answer them.
SHORT_STATEMENTS = "-c jit=off -c max_parallel_workers_per_gather=0"

# Where Debian's fonts-noto-core puts its fonts.
NOTO = "/usr/share/fonts/truetype/noto"


def settings(instance: Path, **given) -> dict:
    """Everything the application is configured with; `given` wins over the environment."""
    over_http = given.get("OVER_HTTP", os.environ.get("REGISTER_OVER_HTTP") == "1")
    url = given.get("DATABASE_URL") or os.environ.get("DATABASE_URL") or default_database(instance)
    return {
        "SECRET_KEY": os.environ.get("SECRET_KEY") or kept_secret(instance),
        "LEDGER_KEY": os.environ.get("LEDGER_KEY") or str(instance / "ledger-key"),
        "SQLALCHEMY_DATABASE_URI": url,
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(url),
        "MIGRATION_DATABASE_URL": os.environ.get("MIGRATION_DATABASE_URL") or url,
        "OVER_HTTP": over_http,
        "SESSION_COOKIE_NAME": "session" if over_http else "__Host-session",
        "SESSION_COOKIE_SECURE": not over_http,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_PATH": "/",
        # No such cookie is ever set; under a name that none can have, none is taken for one either.
        "REMEMBER_COOKIE_NAME": ";",
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": not over_http,
        "WTF_I18N_ENABLED": False,
        "MAX_CONTENT_LENGTH": 256 * KIB,
        "MAX_FORM_MEMORY_SIZE": 256 * KIB,
        # Of any form, see kernel/requests.py; the longest, a settlement of forty commitments among twenty-six sides,
        # sends some 3,500 with every box ticked, and one by word of mouth three more for each person.
        "MAX_FORM_PARTS": 5000,
        "PROVIDE_AUTOMATIC_OPTIONS": False,
        "PAPER_FONTS": os.environ.get("PAPER_FONTS") or NOTO,
        "FILES": os.environ.get("REGISTER_FILES") or str(instance / "files"),
        "DISPUTE_MIB": number("REGISTER_DISPUTE_MIB", 300),
        "PAPER_SEAL": os.environ.get("PAPER_SEAL") or "",
        "PAPER_SEAL_PASSPHRASE": seal_passphrase(),
        "ADDRESS": (os.environ.get("REGISTER_ADDRESS") or "").rstrip("/"),
        "PROXIES": number("REGISTER_PROXIES", 0),
        **{name: value for name, value in given.items() if name != "DATABASE_URL"},
    }


def number(name: str, otherwise: int) -> int:
    """The whole number that a variable holds; RuntimeError, one clear line, when it holds something else."""
    told = os.environ.get(name) or str(otherwise)
    if not (told.isascii() and told.isdigit()):
        raise RuntimeError(f"{name} must be a whole number, 0 or more: it is {told!r}")
    return int(told)


def default_database(instance: Path) -> str:
    """The embedded register, in a folder that is there."""
    instance.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{instance / 'register.sqlite'}"


def engine_options(url: str) -> dict:
    """How connections are kept: one per thread, decisions on PostgreSQL only after the lock, no names in logs."""
    if url.startswith("sqlite"):
        return {"pool_size": 16, "hide_parameters": True, "connect_args": {"check_same_thread": False}}
    return {"pool_size": 16, "hide_parameters": True, "isolation_level": "READ COMMITTED",
            "connect_args": {"options": SHORT_STATEMENTS}}


def seal_passphrase() -> str:
    """The passphrase of the seal, given or kept in a file of its own; RuntimeError when that cannot be read."""
    path = os.environ.get("PAPER_SEAL_PASSPHRASE_FILE")
    try:
        return os.environ.get("PAPER_SEAL_PASSPHRASE") or (Path(path).read_text().strip() if path else "")
    except (OSError, UnicodeDecodeError):
        raise RuntimeError(f"PAPER_SEAL_PASSPHRASE_FILE cannot be read: {path}") from None


def kept_secret(instance: Path) -> str:
    """A secret of this installation's own, made once, readable by its owner only."""
    path = instance / "secret-key"
    if not path.exists():
        instance.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(32))
    return path.read_text().strip()
