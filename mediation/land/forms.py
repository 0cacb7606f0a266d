"""What is asked about a contested thing: in words first, measured only as far as somebody did."""

from mediation.disputes.kinds import Resource
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.fields import Choice, Choices, Line, Quantity, Words
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.land import rules
from mediation.land.kinds import RightKind
from mediation.places.forms import PlaceField


class ObjectForm(BaseForm):
    """One contested thing: the first two groups suffice."""

    facts_type = rules.ObjectFacts

    kind = Choice(_l("Ce qui est contesté"), Resource,
                  required=_l("Choisissez ce qui est contesté : champ, puits, couloir…"))
    description = Words(_l("Décrivez-le avec les mots des gens"), description=_l("Une phrase suffit."),
                        required=_l("Décrivez en une phrase ce qui est contesté."))
    name = Line(_l("Comment on l’appelle"), longest=160)
    place = PlaceField(_l("Village où il se trouve"))
    villages = Line(_l("Autres villages"), longest=300, description=_l("S’il s’étend sur plusieurs."))
    limits = Words(_l("Limites"), longest=1000, description=_l("Un marigot, une route, une borne…"))
    neighbours = Words(_l("Voisins"), longest=500)
    landmarks = Words(_l("Repères"), longest=500, description=_l("Un arbre, une colline, un puits…"))
    use = Line(_l("À quoi il sert"), longest=300)
    season = Line(_l("En quelle saison"))
    since = ApproximateDateField(_l("Depuis quand"))
    area = Quantity(_l("Surface"))
    area_said = Line(_l("La surface, comme on l’a dite"), description=_l("« Trois jours de labour »."))
    quantity = Quantity(_l("Combien"))
    unit = Line(_l("De bêtes, de sacs, d’arbres…"), longest=60)
    rights = Choices(_l("Droit que l’on dit avoir"), RightKind)
    claims = Words(_l("Qui dit quoi"), longest=1000)
    paper = Line(_l("Papier montré"), longest=300)
    evidence = Words(_l("Autres preuves dites ou montrées"), longest=1000)
