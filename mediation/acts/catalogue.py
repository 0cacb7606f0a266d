"""The regulation in one table: every act, who may do it, at which stages, where it leads, how it is told.

Permission checks, the stage guard, the buttons, the sentences of the history and the printed matrix
are all derived from these rows. `who` holds within each role's own scope (see `policy.py`); `at` are
the stages of the dispute, `of` those of the thing inside it that the act is about.
"""

from dataclasses import dataclass

from mediation.acts.vocabulary import (
    ANY,
    OPEN,
    AgreementStage,
    Coded,
    CommitmentStage,
    Role,
    SessionStage,
    Stage,
    SummonsStage,
    VisitStage,
)
from mediation.kernel.language import LazyText, _l

M, S, C, R, A = Role.MEDIATOR, Role.SECRETARY, Role.CHAIR, Role.REVIEWER, Role.ADMINISTRATOR
WORKING = frozenset({Stage.ACCEPTED, Stage.IN_MEDIATION, Stage.IN_FOLLOW_UP, Stage.NOT_SETTLED})
HEARING = frozenset({Stage.ACCEPTED, Stage.IN_MEDIATION})
SETTLING = frozenset({Stage.IN_MEDIATION, Stage.IN_FOLLOW_UP, Stage.NOT_SETTLED})


@dataclass(frozen=True)
class Act:
    """One row of the regulation."""

    name: str
    who: frozenset[Role]
    at: frozenset[Stage] | None
    button: LazyText
    told: LazyText
    leads_to: frozenset[Coded] = frozenset()
    of: frozenset[Coded] = frozenset()
    everyone: bool = False
    icon: str = "check"
    in_timeline: bool = True

    @property
    def noun(self) -> str:
        """What the act is about: `agreement` of `agreement.record`."""
        return self.name.split(".")[0]

    @property
    def verb(self) -> str:
        """The name of its function: `record_agreement` of `agreement.record`."""
        noun, verb = self.name.split(".")
        return f"{verb}_{noun}"

    @property
    def in_dispute(self) -> bool:
        """Whether it happens inside a dispute that is already in the register."""
        return self.at is not None


CATALOGUE: dict[str, Act] = {}


def _act(name, who, at, button, told, **more) -> Act:
    more = {key: frozenset(value) if isinstance(value, set) else value for key, value in more.items()}
    CATALOGUE[name] = Act(name, frozenset(who), at, button, told, **more)
    return CATALOGUE[name]


# The dispute itself
REGISTER_DISPUTE = _act(
    "dispute.register", {M, S}, None, _l("Nouveau dossier"),
    _l("%(who)s a enregistré la saisine"), leads_to={Stage.REGISTERED}, icon="folder")
AMEND_DISPUTE = _act(
    "dispute.amend", {M, S}, OPEN, _l("Modifier la saisine"),
    _l("%(who)s a modifié la saisine"), icon="pencil")
ACCEPT_DISPUTE = _act(
    "dispute.accept", {S, C}, frozenset({Stage.REGISTERED}), _l("Accepter le dossier"),
    _l("%(who)s a accepté le dossier"), leads_to={Stage.ACCEPTED, Stage.IN_MEDIATION})
DECLINE_DISPUTE = _act(
    "dispute.decline", {S, C}, frozenset({Stage.REGISTERED}), _l("Ne pas retenir"),
    _l("%(who)s n’a pas retenu le dossier"), leads_to={Stage.CLOSED}, icon="bar")
ASSIGN_DISPUTE = _act(
    "dispute.assign", {S, C}, OPEN, _l("Confier à un médiateur ou une médiatrice"),
    _l("%(who)s a confié le dossier"), icon="people")
WITHDRAW_DISPUTE = _act(
    "dispute.withdraw", {M, S}, frozenset({Stage.REGISTERED, Stage.ACCEPTED, Stage.IN_MEDIATION,
    Stage.NOT_SETTLED}), _l("Noter le retrait de la demande"),
    _l("%(who)s a noté le retrait de la demande"), leads_to={Stage.CLOSED}, icon="bar")
CLOSE_DISPUTE = _act(
    "dispute.close", {S, C}, OPEN, _l("Clôturer"), _l("%(who)s a clos le dossier"), leads_to={Stage.CLOSED})
ADD_ATTEMPT = _act(
    "attempt.add", {M, S}, OPEN, _l("Ajouter une démarche d’avant"),
    _l("%(who)s a ajouté une démarche d’avant la saisine"), icon="clock")
AMEND_ATTEMPT = _act(
    "attempt.amend", {M, S}, OPEN, _l("Modifier la démarche"),
    _l("%(who)s a modifié une démarche d’avant la saisine"), icon="pencil")
STRIKE_ATTEMPT = _act(
    "attempt.strike", {M, S}, ANY, _l("Rayer"), _l("%(who)s a rayé une démarche d’avant"), icon="strike")
RECORD_HARM = _act(
    "harm.record", {M, S}, OPEN, _l("Noter des dommages"),
    _l("%(who)s a noté des dommages"), icon="clipboard")
STRIKE_HARM = _act(
    "harm.strike", {M, S}, ANY, _l("Rayer"), _l("%(who)s a rayé des dommages"), icon="strike")

# The people in it
ADD_PARTY = _act(
    "party.add", {M, S}, OPEN, _l("Ajouter une partie"), _l("%(who)s a ajouté une partie"), icon="people")
AMEND_PARTY = _act(
    "party.amend", {M, S}, OPEN, _l("Modifier la partie"), _l("%(who)s a modifié une partie"), icon="pencil")
STRIKE_PARTY = _act(
    "party.strike", {M, S}, ANY, _l("Rayer"), _l("%(who)s a rayé une partie"), icon="strike")
APPOINT_REPRESENTATIVE = _act(
    "representative.appoint", {M, S}, OPEN, _l("Désigner un représentant"),
    _l("%(who)s a noté un représentant"), icon="people")
STRIKE_REPRESENTATIVE = _act(
    "representative.strike", {M, S}, ANY, _l("Rayer"), _l("%(who)s a rayé un représentant"), icon="strike")
ADD_WITNESS = _act(
    "witness.add", {M, S}, OPEN, _l("Ajouter un témoin"), _l("%(who)s a ajouté un témoin"), icon="people")
AMEND_WITNESS = _act(
    "witness.amend", {M, S}, OPEN, _l("Modifier le témoin"), _l("%(who)s a modifié un témoin"), icon="pencil")
STRIKE_WITNESS = _act(
    "witness.strike", {M, S}, ANY, _l("Rayer"), _l("%(who)s a rayé un témoin"), icon="strike")

# What is contested
ADD_OBJECT = _act(
    "object.add", {M, S}, OPEN, _l("Décrire ce qui est contesté"),
    _l("%(who)s a décrit ce qui est contesté"), icon="map")
AMEND_OBJECT = _act(
    "object.amend", {M, S}, OPEN, _l("Modifier la description"),
    _l("%(who)s a modifié ce qui est contesté"), icon="pencil")
STRIKE_OBJECT = _act(
    "object.strike", {M, S}, ANY, _l("Rayer"), _l("%(who)s a rayé ce qui était contesté"), icon="strike")

# Summons and sessions
ISSUE_SUMMONS = _act(
    "summons.issue", {M, S}, WORKING, _l("Convoquer"), _l("%(who)s a envoyé une convocation"),
    leads_to={SummonsStage.ISSUED}, icon="paper")
RECORD_SERVICE_SUMMONS = _act(
    "summons.record_service", {M, S}, WORKING, _l("Noter la remise"),
    _l("%(who)s a noté la remise d’une convocation"),
    of={SummonsStage.ISSUED}, leads_to={SummonsStage.SERVED, SummonsStage.NOT_SERVED}, icon="paper")
STRIKE_SUMMONS = _act(
    "summons.strike", {M, S}, ANY, _l("Rayer"), _l("%(who)s a rayé une convocation"), icon="strike")
SCHEDULE_SESSION = _act(
    "session.schedule", {M, S}, OPEN, _l("Prévoir une séance"), _l("%(who)s a prévu une séance"),
    leads_to={SessionStage.PLANNED}, icon="calendar")
POSTPONE_SESSION = _act(
    "session.postpone", {M, S}, OPEN, _l("Reporter la séance"), _l("%(who)s a reporté une séance"),
    of={SessionStage.PLANNED}, leads_to={SessionStage.POSTPONED, SessionStage.PLANNED}, icon="calendar")
CANCEL_SESSION = _act(
    "session.cancel", {M, S}, OPEN, _l("Annuler la séance"), _l("%(who)s a annulé une séance"),
    of={SessionStage.PLANNED}, leads_to={SessionStage.CANCELLED}, icon="bar")
RECORD_SESSION = _act(
    "session.record", {M, S}, OPEN, _l("Noter une séance"), _l("%(who)s a noté une séance"),
    of={SessionStage.PLANNED}, leads_to={SessionStage.HELD, Stage.IN_MEDIATION}, icon="people")
AMEND_SESSION = _act(
    "session.amend", {M, S}, OPEN, _l("Compléter la séance"), _l("%(who)s a complété une séance"),
    of={SessionStage.HELD}, icon="pencil")
STRIKE_SESSION = _act(
    "session.strike", {M, S}, ANY, _l("Rayer"), _l("%(who)s a rayé une séance"), icon="strike")
WRITE_NOTE = _act(
    "note.write", {M}, ANY, _l("Écrire une note réservée"), _l("%(who)s a écrit une note réservée"), icon="lock")
OPEN_NOTE = _act(
    "note.open", {M}, ANY, _l("Ouvrir la note"), _l("%(who)s a ouvert une note réservée"),
    icon="lock", in_timeline=False)
STRIKE_NOTE = _act(
    "note.strike", {M}, ANY, _l("Rayer"), _l("%(who)s a rayé une note réservée"), icon="strike")

# The settlement
RECORD_AGREEMENT = _act(
    "agreement.record", {M, S}, SETTLING, _l("Enregistrer l’accord"), _l("%(who)s a rédigé l’accord"),
    leads_to={AgreementStage.DRAFTED, CommitmentStage.DUE}, icon="scales")
AMEND_AGREEMENT = _act(
    "agreement.amend", {M, S}, SETTLING, _l("Modifier l’accord"), _l("%(who)s a modifié l’accord"),
    of={AgreementStage.DRAFTED, AgreementStage.READ},
    leads_to={AgreementStage.DRAFTED, CommitmentStage.DUE}, icon="pencil")
ABANDON_AGREEMENT = _act(
    "agreement.abandon", {M, S}, SETTLING, _l("Abandonner ce projet d’accord"),
    _l("%(who)s a abandonné un projet d’accord"), of={AgreementStage.DRAFTED, AgreementStage.READ},
    leads_to={AgreementStage.ABANDONED}, icon="bar")
READ_ALOUD_AGREEMENT = _act(
    "agreement.read_aloud", {M, S}, SETTLING, _l("Noter la lecture aux parties"),
    _l("%(who)s a noté la lecture de l’accord"), of={AgreementStage.DRAFTED},
    leads_to={AgreementStage.READ}, icon="speaker")
SIGN_AGREEMENT = _act(
    "agreement.sign", {M, S}, SETTLING, _l("Noter les signatures"),
    _l("%(who)s a noté les signatures de l’accord"), of={AgreementStage.READ},
    leads_to={AgreementStage.SIGNED, Stage.IN_FOLLOW_UP}, icon="pen")
FAIL_MEDIATION = _act(
    "mediation.fail", {S, C}, HEARING, _l("Noter la non-conciliation"),
    _l("%(who)s a noté la non-conciliation"), leads_to={Stage.NOT_SETTLED}, icon="bar")
DEFAULT_MEDIATION = _act(
    "mediation.default", {S, C}, HEARING, _l("Noter la carence"),
    _l("%(who)s a noté la carence"), leads_to={Stage.NOT_SETTLED}, icon="bar")

# What becomes of it
PLAN_VISIT = _act(
    "visit.plan", {M, S}, ANY, _l("Prévoir une visite de suivi"), _l("%(who)s a prévu une visite de suivi"),
    of={AgreementStage.SIGNED}, leads_to={VisitStage.PLANNED}, icon="calendar")
RECORD_VISIT = _act(
    "visit.record", {M, S}, ANY, _l("Noter une visite de suivi"), _l("%(who)s a noté une visite de suivi"),
    of={AgreementStage.SIGNED, VisitStage.PLANNED},
    leads_to={VisitStage.MADE, CommitmentStage.KEPT, CommitmentStage.PARTLY_KEPT, CommitmentStage.NOT_KEPT,
              CommitmentStage.COULD_NOT_CHECK}, icon="eye")
STRIKE_VISIT = _act(
    "visit.strike", {M, S}, ANY, _l("Rayer"), _l("%(who)s a rayé une visite de suivi"), icon="strike")

# The house: people, institutions, places
INVITE_ACCOUNT = _act(
    "account.invite", {A}, None, _l("Inviter une personne"), _l("%(who)s a invité une personne"))
AMEND_ACCOUNT = _act(
    "account.amend", {A}, None, _l("Modifier la personne"), _l("%(who)s a modifié une personne"))
RENEW_ACCOUNT = _act(
    "account.renew", {A}, None, _l("Donner un nouveau code"), _l("%(who)s a donné un nouveau code d’entrée"))
DEACTIVATE_ACCOUNT = _act(
    "account.deactivate", {A}, None, _l("Fermer l’accès"), _l("%(who)s a fermé l’accès d’une personne"))
REACTIVATE_ACCOUNT = _act(
    "account.reactivate", {A}, None, _l("Rouvrir l’accès"), _l("%(who)s a rouvert l’accès d’une personne"))
CHANGE_PASSWORD_ACCOUNT = _act(
    "account.change_password", set(), None, _l("Changer mon mot de passe"),
    _l("%(who)s a changé son mot de passe"), everyone=True)
CREATE_COMMISSION = _act(
    "commission.create", {A}, None, _l("Créer une institution"), _l("%(who)s a créé une institution"))
AMEND_COMMISSION = _act(
    "commission.amend", {A}, None, _l("Modifier l’institution"), _l("%(who)s a modifié une institution"))
ADD_MEMBER = _act(
    "member.add", {A, C}, None, _l("Ajouter un membre"), _l("%(who)s a ajouté un membre"))
END_MEMBER = _act(
    "member.end", {A, C}, None, _l("Noter un départ"), _l("%(who)s a noté le départ d’un membre"))
GRANT_ROLE = _act("role.grant", {A}, None, _l("Donner un rôle"), _l("%(who)s a donné un rôle"))
END_ROLE = _act("role.end", {A}, None, _l("Retirer un rôle"), _l("%(who)s a retiré un rôle"))
ADD_PLACE = _act("place.add", {A}, None, _l("Ajouter un lieu"), _l("%(who)s a ajouté un lieu"))
AMEND_PLACE = _act("place.amend", {A}, None, _l("Modifier le lieu"), _l("%(who)s a modifié un lieu"))
LOAD_PLACE = _act("place.load", {A}, None, _l("Charger une liste de lieux"),
                  _l("%(who)s a chargé une liste de lieux"))
