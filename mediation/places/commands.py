"""`flask places`: take over an edition of the official list."""

from pathlib import Path

import click
from flask.cli import AppGroup

from mediation.kernel.language import _
from mediation.places import lists

cli = AppGroup("places", help="The list of places.")


@cli.command("load")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--edition", help="How this edition is called; the name of the file by default.")
def load(file: Path | None, edition: str | None) -> None:
    """Load FILE, or the list of regions and cercles that comes with the program.

    A CSV file in UTF-8: code,name,kind,parent_code[,other_names parted by |], every place after the one it
    lies in. Loading it again changes only what differs; places that it leaves out are told, and stay.
    """
    tell(file or lists.SHIPPED, edition)


def tell(file: Path, edition: str | None = None) -> None:
    """Load a list and say what became of it; a list that cannot be loaded ends the command with its line."""
    try:
        taken = lists.take_over(file, (edition or file.stem)[:60])
    except lists.BadList as bad:
        raise click.ClickException(f"{file.name}, {bad}") from None
    click.echo(_("Lieux : %(added)d ajoutés, %(changed)d changés, %(unchanged)d déjà là.", **{
        name: getattr(taken, name) for name in ("added", "changed", "unchanged")}))
    if taken.missing_count:
        click.echo(_("%(count)d lieux de cette édition n’y sont plus ; ils restent dans le registre :",
                     count=taken.missing_count))
        for place in taken.missing:
            click.echo(f"  {place}")
