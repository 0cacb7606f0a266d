"""What is asked about a piece: the file and what it is suffice."""

from dataclasses import replace

from flask import request
from wtforms import Field, widgets
from wtforms.utils import unset_value

from mediation.documents import rules
from mediation.documents.kinds import DocumentKind
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.fields import Asked, Choice, Line, Words, YesNo
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l


class UploadField(Asked, Field):
    """A file that is sent with the form; it is never given back, so it is chosen again when the form comes back."""

    widget = widgets.FileInput()
    missing = _l("Choisissez un fichier.")

    def process(self, formdata, data=unset_value, extra_filters=None):
        super().process(None, None, extra_filters)
        sent = request.files.get(self.name) if request.method == "POST" else None
        self.data = sent if sent and sent.filename else None

    def said(self) -> str:
        """The name of the file, to be chosen again."""
        return self.data.filename if self.data else ""


class DocumentForm(BaseForm):
    """A piece of the dispute."""

    facts_type = rules.DocumentFacts
    takes_files = True
    received: rules.FileFacts | None = None

    file = UploadField(_l("Le fichier"), required=True, render_kw={"accept": "image/*,application/pdf,audio/*"},
                       description=_l("Une photo, un PDF ou un son, de 16 Mo au plus."))
    kind = Choice(_l("Ce que c’est"), DocumentKind, required=_l("Choisissez ce que c’est."))
    title = Line(_l("En quelques mots"), description=_l("« La borne de l’est », « PV de 1987, page 2 »."))
    about = Choice(_l("À quoi la pièce se rattache"), blank=_l("à tout le dossier"))
    reserved = YesNo(_l("La réserver ?"), description=_l(
        "Seules l’équipe de médiation et la personne qui l’ajoute peuvent l’ouvrir. Chaque ouverture est notée."))
    happened_on = ApproximateDateField(_l("Date de la pièce"),
                                       description=_l("Quand elle a été faite, écrite ou dite."))
    source = Line(_l("D’où elle vient"), description=_l("Qui l’a donnée, qui l’a faite."))
    description = Words(_l("Ce qu’elle montre ou dit"), longest=4000)

    def facts(self) -> rules.DocumentFacts:
        """The piece, with its file as it was kept."""
        return replace(super().facts(), file=self.received)
