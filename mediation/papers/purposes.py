"""What each official paper is for, in one plain sentence: said beside it wherever it is offered."""

from mediation.kernel.language import LazyText, _l
from mediation.papers.kinds import PaperKind

PURPOSES: dict[PaperKind, LazyText] = {
    PaperKind.RECEIPT: _l("À remettre à qui vient demander de l’aide : il porte le numéro du dossier."),
    PaperKind.SUMMONS: _l("À remettre à une partie avant la séance ; le bas se coupe et prouve la remise."),
    PaperKind.ATTENDANCE: _l("À faire signer par ceux qui viennent à la séance."),
    PaperKind.SITE_VISIT: _l("Ce qui a été vu sur le lieu du litige."),
    PaperKind.HEARING: _l("Ce qu’une partie ou un témoin a dit, entendu à part."),
    PaperKind.CONFRONTATION: _l("Ce que chacun a dit devant l’autre, quand les versions diffèrent."),
    PaperKind.CONCILIATION: _l("L’accord, à faire signer, puis à faire viser."),
    PaperKind.NON_CONCILIATION: _l("La médiation a été tentée et n’a pas abouti."),
    PaperKind.DEFAULT: _l("Une partie a été appelée et n’est jamais venue."),
    PaperKind.RECTIFYING: _l("Corrige un procès-verbal signé : les deux restent."),
    PaperKind.FOLLOW_UP: _l("À emporter en visite : engagement par engagement, ce qui est tenu."),
    PaperKind.TRANSMISSION: _l("Accompagne les papiers envoyés au juge ; il le signe en les recevant."),
    PaperKind.CHRONOLOGY: _l("Tout ce qui s’est passé, dans l’ordre, avec les noms."),
    PaperKind.QUALITY: _l("Comment le dossier a été mené, sans aucun nom."),
}
