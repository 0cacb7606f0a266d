"""`flask documents sweep`: the files that no row names are removed, a day after they came."""

from datetime import timedelta

import click
from flask.cli import AppGroup

from mediation.kernel import files
from mediation.kernel.files import StorageDown
from mediation.kernel.language import _

# More than so many files are not removed when they are most of all: they may be another register's.
MANY = 20

cli = AppGroup("documents", help="The files of pieces and papers.")


@cli.command("sweep")
@click.option("--days", default=1, show_default=True, type=click.IntRange(min=1), help="Only older ones than that.")
@click.option("--look", is_flag=True, help="Only say what would go.")
@click.option("--force", is_flag=True, help="Also when most files would go.")
def sweep(days: int, look: bool, force: bool) -> None:
    """Remove the files that no row of the register names: what was sent and then refused, or not finished."""
    try:
        found = files.orphans(timedelta(days=days))
        if not (look or force) and len(found) > MANY and 2 * len(found) > sum(1 for _one in files.store().listed()):
            raise click.ClickException(_("Presque aucun fichier n’est nommé ici : est-ce le bon registre ? "
                                         "Sinon, ajoutez --force."))
        if not look:
            found = files.sweep(timedelta(days=days))
    except (OSError, StorageDown) as down:
        raise click.ClickException(_("Les fichiers ne répondent pas : %(why)s", why=down)) from None
    for name in found:
        click.echo(name)
    if look:
        click.echo(_("%(number)d fichiers que rien ne nomme.", number=len(found)))
    else:
        click.echo(_("%(number)d fichiers que rien ne nommait sont enlevés.", number=len(found)))
