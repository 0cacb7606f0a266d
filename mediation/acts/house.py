"""The regulation of the house itself: people and their roles, institutions and their settings, places."""

from mediation.acts.table import A, C, R, act
from mediation.kernel.language import _l

INVITE_ACCOUNT = act("account.invite", {A}, None, _l("Inviter une personne"), _l("%(who)s a invité une personne"))
AMEND_ACCOUNT = act("account.amend", {A}, None, _l("Modifier la personne"), _l("%(who)s a modifié une personne"))
RENEW_ACCOUNT = act(
    "account.renew", {A}, None, _l("Donner un nouveau code"), _l("%(who)s a donné un nouveau code d’entrée"))
CONFIRM_RENEWAL = act("renewal.confirm", {A, C, R}, None, _l("Confirmer le nouveau code"),
                       _l("%(who)s a confirmé un nouveau code d’entrée"))
DEACTIVATE_ACCOUNT = act(
    "account.deactivate", {A}, None, _l("Fermer l’accès"), _l("%(who)s a fermé l’accès d’une personne"))
REACTIVATE_ACCOUNT = act(
    "account.reactivate", {A}, None, _l("Rouvrir l’accès"), _l("%(who)s a rouvert l’accès d’une personne"))
CHANGE_PASSWORD_ACCOUNT = act(
    "account.change_password", set(), None, _l("Changer mon mot de passe"),
    _l("%(who)s a changé son mot de passe"), everyone=True)
MAKE_CALENDAR = act("calendar.make", set(), None, _l("Mettre dans mon agenda"),
                    _l("%(who)s a ouvert l’adresse de son agenda"), everyone=True)
RENEW_CALENDAR = act("calendar.renew", set(), None, _l("Changer l’adresse"),
                     _l("%(who)s a changé l’adresse de son agenda"), everyone=True)
CLOSE_CALENDAR = act("calendar.close", set(), None, _l("Fermer l’adresse"),
                     _l("%(who)s a fermé l’adresse de son agenda"), everyone=True)
CREATE_COMMISSION = act(
    "commission.create", {A}, None, _l("Créer une institution"), _l("%(who)s a créé une institution"))
AMEND_COMMISSION = act(
    "commission.amend", {A}, None, _l("Modifier l’institution"), _l("%(who)s a modifié une institution"))
SET_SETTING = act("setting.set", {A}, None, _l("Changer un réglage"), _l("%(who)s a changé un réglage"))
ADD_MEMBER = act("member.add", {A, C}, None, _l("Ajouter un membre"), _l("%(who)s a ajouté un membre"))
END_MEMBER = act("member.end", {A, C}, None, _l("Noter un départ"), _l("%(who)s a noté le départ d’un membre"))
GRANT_ROLE = act("role.grant", {A}, None, _l("Donner un rôle"), _l("%(who)s a donné un rôle"))
END_ROLE = act("role.end", {A}, None, _l("Retirer un rôle"), _l("%(who)s a retiré un rôle"))
ADD_PLACE = act("place.add", {A}, None, _l("Ajouter un lieu"), _l("%(who)s a ajouté un lieu"))
AMEND_PLACE = act("place.amend", {A}, None, _l("Modifier le lieu"), _l("%(who)s a modifié un lieu"))
LOAD_PLACE = act("place.load", {A}, None, _l("Charger une liste de lieux"),
                  _l("%(who)s a chargé une liste de lieux"))
