"""The table of contents: every slice with pages or commands, in the order of a dispute's life."""

from importlib import import_module

from flask import Flask

SLICES = ("accounts", "places", "commissions", "disputes", "referrals", "parties", "land", "context", "drafts",
          "intake", "teams", "sessions", "agreements", "followup", "validity", "documents", "papers", "calendars",
          "casefile", "supervision", "reports", "audit", "demo")


def register(app: Flask) -> None:
    """Load every slice's models and verbs, then put its pages and its commands into the application."""
    for name in SLICES:
        for part in ("models", "service"):
            _load(name, part)
    for name in SLICES:
        views, commands = _load(name, "views"), _load(name, "commands")
        if views:
            app.register_blueprint(views.bp)
        if commands:
            app.cli.add_command(commands.cli)


def _load(name: str, part: str):
    """A file of a slice, or None where the slice does not need it."""
    module = f"mediation.{name}.{part}"
    try:
        return import_module(module)
    except ModuleNotFoundError as missing:
        if missing.name != module:
            raise
        return None
