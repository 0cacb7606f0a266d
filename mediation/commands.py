"""`flask serve`, `flask install`, `flask backup`: to open the house, to run it, to keep a copy of it."""

import os
from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import AppGroup, with_appcontext
from flask_migrate import upgrade

from mediation import backup, server, startup
from mediation.accounts.passwords import hash_password, one_time_code, said_code
from mediation.accounts.rules import speakable_login
from mediation.acts.refusals import BrokenRule
from mediation.acts.scope import KEEPER
from mediation.commissions import queries, rules, service
from mediation.commissions.kinds import InstitutionKind
from mediation.kernel import language
from mediation.kernel.language import _
from mediation.places import lists
from mediation.places.commands import tell

THREADS = 8
# Larger bodies are refused by the program itself, with a page; this only spares the disk.
LARGEST_BODY = 64 << 20

copies = AppGroup(
    "backup",
    help="The whole register in one file, and back. Secret keys are never in it: keep "
    "instance/secret-key and the ledger's signing key apart.",
)


def register(app: Flask) -> None:
    """Put these commands into the application."""
    for command in (serve, install, copies):
        app.cli.add_command(command)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=5000, show_default=True, envvar="PORT", help="The port to listen on.")
@with_appcontext
def serve(host: str, port: int) -> None:
    """Serve the register, with a server made for many users."""
    app = current_app._get_current_object()
    try:
        startup.require_migrated(app)
        listening = server.made(
            app, host=host, port=port, threads=THREADS, ident=None, max_request_body_size=LARGEST_BODY,
            clear_untrusted_proxy_headers=not app.config["PROXIES"])
    except (RuntimeError, OSError) as refusal:
        raise click.ClickException(str(refusal)) from None
    _speak()
    click.echo(_("Le registre est ouvert à l’adresse http://%(host)s:%(port)d (Ctrl+C pour l’arrêter).",
                 host=host, port=port))
    if not app.config["OVER_HTTP"] and not app.config["PROXIES"]:
        click.echo(_("Les cookies demandent HTTPS. Sur un ordinateur seul : REGISTER_OVER_HTTP=1."))
    listening.run()


@click.command()
@click.option("--code", help="The code of the first institution: its disputes are numbered CODE-YEAR-0001.")
@click.option("--institution", help="The name of the first institution.")
@click.option("--kind", type=click.Choice([kind.value for kind in InstitutionKind]),
              help="What the first institution is.")
@click.option("--place", help="The code of the place where it is competent, from the list of places.")
@click.option("--login", help="The login of the first administrator.")
@click.option("--name", help="The full name of the first administrator.")
@click.option("--phone", help="Their telephone number.")
@click.option(
    "--places",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=lists.SHIPPED,
    help="A list of places, instead of the regions and cercles that are shipped.",
)
@click.option("--without-places", is_flag=True, help="Load no list of places.")
@click.option("--yes", is_flag=True, help="Ask nothing: what has no option is left out.")
@with_appcontext
def install(file: Path, without_places: bool, yes: bool, **given: str | None) -> None:
    """Make the tables, the list of places, the first institution and the first administrator.

    The administrator's one-time code is printed once.
    """
    _speak()
    try:
        _refuse_second_house()
        facts = _asked(given, yes)
        _make_tables()
        if not without_places:
            tell(file)
        code = one_time_code()
        service.install_house(KEEPER, None, rules.InstallFacts(**facts, code_hash=hash_password(code)))
    except BrokenRule as broken:
        raise click.ClickException(f"{broken.field}: {broken.text}") from None
    click.echo(_("L’institution %(code)s est créée.", code=facts["institution"].code))
    click.echo(_("Première entrée pour %(login)s : %(code)s (ce code ne sera plus montré).",
                 login=facts["login"], code=said_code(code)))


@copies.command("create")
@click.argument("file", type=click.Path(path_type=Path))
def create_backup(file: Path) -> None:
    """Write the database and the kept files to FILE, while the register is in use."""
    _speak()
    try:
        backup.create(current_app._get_current_object(), file)
    except backup.BadBackup as bad:
        raise click.ClickException(str(bad)) from None
    click.echo(_("Sauvegarde faite : %(file)s (%(size)d Ko).", file=file, size=file.stat().st_size // 1024 + 1))
    if place := backup.keeps_files_elsewhere(current_app):
        click.echo(_("Les papiers et les pièces sont gardés dans %(place)s : copiez-les là-bas aussi.", place=place))


@copies.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Also when the register holds disputes: they are replaced.")
def restore_backup(file: Path, replace: bool) -> None:
    """Put the register back as it was in FILE. Stop the server first."""
    _speak()
    try:
        made = backup.restore(current_app._get_current_object(), file, replace=replace)
    except backup.BadBackup as bad:
        raise click.ClickException(str(bad)) from None
    click.echo(_("Le registre est revenu au %(day)s (UTC). Vérifiez-le : flask --app wsgi ledger verify",
                 day=f"{made:%d/%m/%Y %H:%M}"))


def _speak() -> None:
    """Say things in the language of the machine's keeper; in French if it is not one of ours."""
    language.speak(os.environ.get("LANG", "")[:2])


def _refuse_second_house() -> None:
    if startup.has_tables() and queries.has_administrator():
        raise click.ClickException(_("Ce registre a déjà une administration. Il n’y a rien à installer."))


def _asked(given: dict, yes: bool) -> dict:
    """What the options say, asked for one by one where they do not, unless nothing may be asked."""
    def ask(name: str, question: str, check=None, default: str | None = None):
        if given[name] is None and not yes:
            return click.prompt(question, default=default, value_proc=_checked(check))
        if given[name] is None and default is None:
            raise click.ClickException(_("Il manque --%(name)s.", name=name))
        return _checked(check)(given[name] or default or "")

    institution = rules.InstitutionFacts(
        ask("code", _("Code de l’institution (2 à 10 capitales ou chiffres)"), rules.speakable_code),
        ask("institution", _("Nom de l’institution"), rules.named),
        InstitutionKind(ask("kind", _("C’est (%(kinds)s)", kinds=", ".join(InstitutionKind)), _known_kind,
                            InstitutionKind.COMMUNE_COMMISSION.value)),
        ask("place", _("Code du lieu où elle est compétente (vide : à dire plus tard)"), None, "") or None)
    return {
        "institution": institution,
        "login": ask("login", _("Nom d’utilisateur de l’administration"), speakable_login),
        "name": ask("name", _("Nom complet de l’administration"), rules.named),
        "phone": ask("phone", _("Téléphone (vide : aucun)"), None, "") or None,
    }


def _checked(check):
    """A prompt's answer without blanks around it, asked again with the rule's own sentence when it is refused."""
    def read(text: str) -> str:
        text = text.strip()
        if check:
            try:
                check(text)
            except BrokenRule as broken:
                raise click.UsageError(str(broken.text)) from None
        return text

    return read


def _known_kind(text: str) -> None:
    if text not in list(InstitutionKind):
        raise BrokenRule("kind", _("Choisissez un mot de la liste."))


def _make_tables() -> None:
    """Bring the database to the present migration, if it is not there yet."""
    app = current_app._get_current_object()
    try:
        if startup.is_behind(app):
            upgrade()
        startup.require_migrated(app)
    except RuntimeError as refusal:
        raise click.ClickException(str(refusal)) from None
