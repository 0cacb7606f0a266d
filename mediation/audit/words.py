"""What the register's tables and columns are called, where the journal tells what changed."""

from mediation.kernel.language import LazyText, _l

# Columns that say nothing by themselves: what is searched, where a row hangs, what only the program needs.
UNSAID = frozenset({"id", "dispute_id", "number", "folded", "path", "act_count", "position", "draft", "reference",
                    "code_until", "registered_by", "registered_on", "struck_by", "granted_by"})

TABLES: dict[str, LazyText] = {
    "dispute": _l("dossier"), "dispute_place": _l("autre village"), "team_member": _l("équipe"),
    "attempt": _l("démarche d’avant"), "harm": _l("dommages"), "party": _l("partie"),
    "representative": _l("représentant"), "witness": _l("témoin"), "contested_object": _l("ce qui est contesté"),
    "summons": _l("convocation"), "mediation_session": _l("séance"), "bench_member": _l("qui siégeait"),
    "attendance": _l("présence"), "reserved_note": _l("note réservée"), "outcome": _l("issue"),
    "ignored_summons": _l("convocation ignorée"), "agreement": _l("accord"), "commitment": _l("engagement"),
    "guarantor": _l("garant"), "agreement_witness": _l("témoin de l’accord"), "reading": _l("lecture"),
    "signature": _l("signature"), "visit": _l("visite de suivi"), "visit_finding": _l("constat"),
    "account": _l("personne"), "role": _l("rôle"), "institution": _l("institution"), "membership": _l("membre"),
    "place": _l("lieu"), "place_name": _l("autre nom du lieu"),
}

COLUMNS: dict[str, LazyText] = {
    "abandoned_on": _l("abandonné le"), "abandoned_reason": _l("pourquoi abandonné"), "active": _l("accès ouvert"),
    "alias": _l("nom montré"), "area": _l("surface"), "area_said": _l("surface, en mots"),
    "account_id": _l("a un compte ici"),
    "asked": _l("a fait la demande"), "asked_by": _l("qui demande"), "asked_on": _l("date de la demande"),
    "at": _l("lieu"), "attempts": _l("démarches faites"), "basis": _l("fondement"), "began_on": _l("depuis quand"),
    "body": _l("devant qui"), "born_on": _l("naissance"), "came_from": _l("venu de"), "category": _l("catégorie"),
    "certified_by": _l("certifié par"), "chaired": _l("a présidé"), "channel": _l("voie"),
    "checked": _l("comment vérifié"), "checked_by": _l("vérifié par"), "child_of": _l("fils ou fille de"),
    "claims": _l("ce que chacun dit"), "code": _l("code"), "code_hash": _l("code d’entrée"),
    "completions": _l("compléments"), "count": _l("nombre"), "covers": _l("ce que l’accord règle"),
    "creditors": _l("en faveur de"), "debtors": _l("qui s’engage"), "decided": _l("décidé"),
    "decision": _l("décision"), "decline_reason": _l("pourquoi non retenu"), "description": _l("description"),
    "dropped": _l("enlevé"), "due_on": _l("à faire avant"), "duration": _l("durée"), "edition": _l("édition"),
    "ended_on": _l("fin"), "ending": _l("issue"), "ending_reason": _l("motif de la fin"),
    "evidence": _l("preuves"), "form": _l("forme"), "found": _l("constaté"), "given_on": _l("donné le"),
    "granted_on": _l("donné le"), "happened_on": _l("date du fait"), "held_on": _l("tenue le"),
    "in_use": _l("en usage"), "kind": _l("sorte"), "landmarks": _l("repères"), "language": _l("langue"),
    "languages": _l("langues"), "lateness": _l("motif du retard"), "leads": _l("en charge"), "limits": _l("limites"),
    "login": _l("nom d’entrée"), "made_by": _l("faite par"), "mandate": _l("mandat"), "mark": _l("signé comment"),
    "mediation_goes_on": _l("la médiation continue"), "members": _l("nombre de personnes"), "men": _l("hommes"),
    "met": _l("rencontrés"), "name": _l("nom"), "neighbours": _l("voisins"), "next": _l("la suite"),
    "no_commitment": _l("sans engagement"), "not_served_reason": _l("pourquoi pas remise"), "note": _l("note"),
    "other_names": _l("autres noms"), "paper": _l("papier"), "participants": _l("participants"),
    "password_hash": _l("mot de passe"), "people": _l("nombre de personnes"), "person": _l("personne"),
    "phone": _l("téléphone"),
    "planned": _l("prévu"), "planned_hour": _l("heure prévue"), "planned_on": _l("prévu le"),
    "points": _l("points"), "presence": _l("présence"), "quality": _l("qualité"), "quantity": _l("quantité"),
    "reached_by": _l("comment joindre"), "read_by": _l("lu par"), "read_in": _l("lu en"), "reader": _l("lecteur"),
    "reason": _l("motif"), "received_by": _l("remis à"), "relation": _l("entre qui"),
    "remaining": _l("ce qui reste"), "resources": _l("de quoi il s’agit"), "result": _l("résultat"),
    "rights": _l("droits"), "role": _l("rôle"), "said": _l("dit"), "said_amount": _l("quantité, en mots"),
    "scale": _l("étendue"), "season": _l("saison"), "served_by": _l("remise par"), "served_on": _l("remise le"),
    "sex": _l("sexe"), "side": _l("côté"), "signed_on": _l("signé le"), "since": _l("depuis"),
    "somebody_came": _l("quelqu’un est venu"), "source": _l("source"), "stage": _l("étape"),
    "story": _l("le problème"), "struck_at": _l("rayé le"), "struck_reason": _l("pourquoi rayé"),
    "summons_word": _l("mot pour convoquer"), "text": _l("texte"), "their_number": _l("leur numéro"),
    "through": _l("par qui"), "title": _l("litige"), "told": _l("récit"), "total": _l("total"),
    "triggers": _l("déclencheurs"), "understood": _l("compris"), "unit": _l("unité"), "until": _l("jusqu’au"),
    "use": _l("usage"), "villages": _l("villages"), "what": _l("quoi"), "window": _l("période"),
    "withdrawn_by": _l("retiré par"), "women": _l("femmes"), "written_on": _l("écrit le"),
}
