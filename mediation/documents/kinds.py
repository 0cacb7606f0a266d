"""The closed lists of pieces: what each is, what it may be made of, whether it may be reserved."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import LazyText, _l

MIB = 1 << 20


class Family(Coded):
    """What a file is for those who look at it or listen."""

    IMAGE = "image", _l("image")
    PDF = "pdf", _l("PDF")
    AUDIO = "audio", _l("son")


class FileType(Coded):
    """What is taken, by its content: how it is called, served and named."""

    family: Family
    mimetype: str
    suffix: str

    def __new__(cls, code: str, label: LazyText, family: Family, mimetype: str, suffix: str):
        member = str.__new__(cls, code)
        member._value_ = code
        member.label, member.family, member.mimetype, member.suffix = label, family, mimetype, suffix
        return member

    JPEG = "jpeg", _l("photo JPEG"), Family.IMAGE, "image/jpeg", "jpg"
    PNG = "png", _l("image PNG"), Family.IMAGE, "image/png", "png"
    WEBP = "webp", _l("image WebP"), Family.IMAGE, "image/webp", "webp"
    HEIC = "heic", _l("photo HEIC"), Family.IMAGE, "image/heic", "heic"
    PDF = "pdf", _l("PDF"), Family.PDF, "application/pdf", "pdf"
    OGG = "ogg", _l("son OGG"), Family.AUDIO, "audio/ogg", "ogg"
    MP3 = "mp3", _l("son MP3"), Family.AUDIO, "audio/mpeg", "mp3"
    M4A = "m4a", _l("son M4A"), Family.AUDIO, "audio/mp4", "m4a"
    AMR = "amr", _l("son AMR"), Family.AUDIO, "audio/amr", "amr"
    WAV = "wav", _l("son WAV"), Family.AUDIO, "audio/wav", "wav"
    THREE_GP = "3gp", _l("son 3GP"), Family.AUDIO, "audio/3gpp", "3gp"
    WEBM = "webm", _l("son WebM"), Family.AUDIO, "audio/webm", "webm"


# What a file may weigh: a photo of any telephone, a scan of a few dozen pages, half an hour of voice.
LARGEST = {Family.IMAGE: 16 * MIB, Family.PDF: 16 * MIB, Family.AUDIO: 16 * MIB}
LARGEST_FILE = max(LARGEST.values())
# A whole form with its file; what is longer is refused before it is read.
LARGEST_BODY = 40 * MIB

PICTURE, ON_PAPER = frozenset({Family.IMAGE}), frozenset({Family.IMAGE, Family.PDF})
SOUND, ANYTHING = frozenset({Family.AUDIO}), frozenset(Family)


class DocumentKind(Coded):
    """What a piece is, what it may be made of, whether it may be reserved, whether it is read like a paper."""

    accepts: frozenset[Family]
    may_be_reserved: bool

    def __new__(cls, code: str, label: LazyText, accepts: frozenset[Family], may_be_reserved: bool):
        member = str.__new__(cls, code)
        member._value_ = code
        member.label, member.accepts, member.may_be_reserved = label, accepts, may_be_reserved
        return member

    PHOTO = "photo", _l("photo"), PICTURE, True
    SIGNED_PAGE = "signed_page", _l("page signée"), ON_PAPER, False
    OLD_MINUTES = "old_minutes", _l("ancien PV ou registre"), ON_PAPER, True
    DECISION = "decision", _l("décision d’une autorité"), ON_PAPER, False
    LETTER = "letter", _l("lettre ou demande"), ON_PAPER, True
    SERVICE_SLIP = "service_slip", _l("preuve de remise"), ON_PAPER, False
    RECEIPT = "receipt", _l("reçu ou facture"), ON_PAPER, True
    MAP = "map", _l("carte ou croquis"), ON_PAPER, True
    VOICE_NOTE = "voice_note", _l("note vocale"), SOUND, True
    OTHER = "other", _l("autre pièce"), ANYTHING, True

    @property
    def is_read(self) -> bool:
        """Whether somebody must be able to read what is written on it: its view is larger."""
        return Family.PDF in self.accepts
