"""What is told of a piece, and its musts."""

from dataclasses import dataclass

from mediation.acts.refusals import BrokenRule
from mediation.documents.kinds import MIB, DocumentKind, Family, FileType
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import _, _l


@dataclass(frozen=True)
class FileFacts:
    """A file that is kept: what it is, its SHA-256, and for an image the copies that are shown."""

    file_type: FileType
    size: int
    sha256: str
    file_name: str | None = None
    view_sha256: str | None = None
    view_size: int | None = None
    thumbnail_sha256: str | None = None
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True)
class DocumentFacts:
    """A piece; `about` is what it hangs on in the dispute: what, and its number (`session-2`)."""

    kind: DocumentKind
    file: FileFacts
    title: str | None = None
    description: str | None = None
    source: str | None = None
    happened_on: ApproximateDate | None = None
    reserved: bool | None = None
    about: str | None = None


def made_of_what_it_may(kind: DocumentKind, family: Family) -> None:
    """A photo is an image, a voice note a sound."""
    if family not in kind.accepts:
        words = ", ".join(str(one.label) for one in Family if one in kind.accepts)
        raise BrokenRule("file", _("Pour « %(kind)s », envoyez : %(words)s. Ou choisissez une autre sorte.",
                                   kind=kind.label, words=words))


def may_be_reserved(kind: DocumentKind, reserved: bool | None) -> None:
    """What the parties were given or have signed is hidden from nobody."""
    if reserved and not kind.may_be_reserved:
        raise BrokenRule("reserved", _("Une pièce « %(kind)s » ne peut pas être réservée. Choisissez « Non ».",
                                       kind=kind.label))


def room_left(held: int, more: int, most: int) -> None:
    """One dispute does not fill the disk of all."""
    if held + more > most:
        raise BrokenRule("file", _("Ce dossier tient déjà %(held)d Mo de pièces, sur %(most)d. Envoyez un fichier plus"
                                   " léger, ou demandez à l’administration.", held=held // MIB, most=most // MIB))


def hangs_on_something(about: str | None, found: int | None) -> None:
    """What a piece hangs on is in its dispute."""
    if about and found is None:
        raise BrokenRule("about", _l("Cela n’est pas dans le dossier. Choisissez autre chose."))
