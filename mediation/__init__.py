"""The case register of community mediation and land disputes."""

from pathlib import Path

from flask import Flask
from flask_migrate import Migrate
from flask_wtf import CSRFProtect
from sqlalchemy.orm import configure_mappers
from werkzeug.middleware.proxy_fix import ProxyFix

from config import settings
from mediation import blueprints, errors, startup, templating, web
from mediation.acts import gate, guard
from mediation.acts.commands import cli as acts_cli
from mediation.kernel import files
from mediation.kernel.db import db
from mediation.kernel.requests import Request

ROOT = Path(__file__).parent.parent


def create_app(**given) -> Flask:
    """The application; `given` settings win over the environment (tests, the demo)."""
    app = Flask(__name__, root_path=str(ROOT), instance_path=str(given.pop("INSTANCE", ROOT / "instance")))
    app.request_class = Request
    app.config.from_mapping(settings(Path(app.instance_path), **given))
    if app.config["PROXIES"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=app.config["PROXIES"], x_proto=app.config["PROXIES"])
    db.init_app(app)
    files.prepare(app)
    Migrate(app, db, directory=str(ROOT / "migrations"))
    blueprints.register(app)
    CSRFProtect(app)
    configure_mappers()
    with app.app_context():
        guard.watch(db.engine)
    from mediation import commands
    from mediation.accounts.signin import login_manager
    from mediation.disputes.queries import find

    login_manager.init_app(app, add_context_processor=False)
    gate.keep(app, find)
    web.dress(app)
    templating.equip(app)
    errors.answer(app)
    app.cli.add_command(acts_cli)
    commands.register(app)
    gate.require_needs(app)
    startup.check(app)
    return app
