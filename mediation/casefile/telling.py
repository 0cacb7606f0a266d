"""What an act brought, in one or two lines under its sentence in the thread of the dispute."""

from mediation.casefile.queries import File
from mediation.casefile.tellers import TELLERS
from mediation.casefile.told import Told


def tell(file: File, act: str, row) -> Told:
    """The detail of an act, from the row it made or changed; nothing for acts that say it all themselves."""
    told = TELLERS.get(act) or TELLERS.get(act.split(".")[0])
    if told is None or row is None or act.endswith(".strike"):
        return Told()
    said = told(file, row)
    return said if isinstance(said, Told) else Told(tuple(line for line in said if line))
