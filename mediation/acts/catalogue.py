"""The regulation in one table: every act, who may do it, at which stages, where it leads, how it is told.

Permission checks, the stage guard, the buttons, the sentences of the history and the printed matrix
are all derived from these rows. `who` holds within each role's own scope (see `policy.py`); `at` are
the stages of the dispute, `of` those of the thing inside it that the act is about. What is `late` may also be
written down when its stage has passed (regulation, part 3, late entry), even if it came after the stage when it
`outlives` it: a measure is lifted, an offer is answered when the dispute is over. What is for `guests` may be done by
the secretary of an institution to which the dispute was referred.
"""

from mediation.acts.act import Act
from mediation.acts.vocabulary import (
    ANY,
    BINDING,
    OPEN,
    SIGNED_ONCE,
    AgreementStage,
    CommitmentStage,
    ConsentStage,
    DifficultyStage,
    MandateStage,
    MeasureStage,
    PaperStage,
    PartyStage,
    ReferralStage,
    RemarkStage,
    Role,
    SessionStage,
    Stage,
    SummonsStage,
    VisitStage,
)
from mediation.kernel.language import _l

M, S, C, R, A = Role.MEDIATOR, Role.SECRETARY, Role.CHAIR, Role.REVIEWER, Role.ADMINISTRATOR
WORKING = frozenset({Stage.ACCEPTED, Stage.IN_MEDIATION, Stage.IN_FOLLOW_UP, Stage.NOT_SETTLED})
UNDER_WAY = WORKING | {Stage.SUSPENDED}
PRESENT = OPEN - {Stage.REFERRED}
HEARING = frozenset({Stage.ACCEPTED, Stage.IN_MEDIATION})
SETTLING = frozenset({Stage.IN_MEDIATION, Stage.IN_FOLLOW_UP, Stage.NOT_SETTLED})
# In a closed dispute only what rectifies a signed agreement: a rule of the settlement sees to that.
RECTIFYING = SETTLING | {Stage.CLOSED}


CATALOGUE: dict[str, Act] = {}


def _act(name, who, at, button, told, **more) -> Act:
    more = {key: frozenset(value) if isinstance(value, set) else value for key, value in more.items()}
    CATALOGUE[name] = Act(name, frozenset(who), at, button, told, **more)
    return CATALOGUE[name]


def _strike(noun, told, who=frozenset({M, S}), **more) -> Act:
    return _act(f"{noun}.strike", who, ANY, _l("Rayer"), told, icon="strike", **more)


# The dispute itself
REGISTER_DISPUTE = _act(
    "dispute.register", {M, S}, None, _l("Nouveau dossier"),
    _l("%(who)s a enregistré la saisine"), leads_to={Stage.REGISTERED}, icon="folder")
TRANSCRIBE_DISPUTE = _act(
    "dispute.transcribe", {S}, None, _l("Recopier un ancien dossier"),
    _l("%(who)s a recopié un dossier d’un ancien registre"),
    leads_to=set(Stage) - {Stage.SUSPENDED, Stage.REFERRED}, icon="register")
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
    Stage.NOT_SETTLED, Stage.SUSPENDED}), _l("Noter le retrait de la demande"),
    _l("%(who)s a noté le retrait de la demande"), leads_to={Stage.CLOSED}, icon="bar")
CLOSE_DISPUTE = _act(
    "dispute.close", {S, C}, PRESENT, _l("Clôturer"), _l("%(who)s a clos le dossier"), leads_to={Stage.CLOSED})
REOPEN_DISPUTE = _act(
    "dispute.reopen", {C}, frozenset({Stage.CLOSED}), _l("Rouvrir : clos par erreur"),
    _l("%(who)s a rouvert le dossier, clos par erreur"), leads_to=OPEN, icon="folder")
SUSPEND_DISPUTE = _act(
    "dispute.suspend", {M, S}, WORKING, _l("Mettre en pause"),
    _l("%(who)s a mis le dossier en pause"), leads_to={Stage.SUSPENDED}, icon="clock")
RESUME_DISPUTE = _act(
    "dispute.resume", {M, S}, frozenset({Stage.SUSPENDED}), _l("Reprendre le dossier"),
    _l("%(who)s a repris le dossier"), leads_to=WORKING)
ORIENT_DISPUTE = _act(
    "dispute.orient", {M, S}, OPEN, _l("Orienter une personne"),
    _l("%(who)s a orienté une personne vers une autre aide"), icon="next")
STRIKE_ORIENTATION = _strike("orientation", _l("%(who)s a rayé une orientation"))
REFER_DISPUTE = _act(
    "dispute.refer", {S, C}, WORKING | {Stage.REGISTERED}, _l("Renvoyer à une autre institution"),
    _l("%(who)s a renvoyé le dossier à une autre institution"), leads_to={Stage.REFERRED, ReferralStage.SENT},
    icon="next")
ANSWER_REFERRAL_DISPUTE = _act(
    "dispute.answer_referral", {S}, frozenset({Stage.REFERRED}), _l("Noter la réponse au renvoi"),
    _l("%(who)s a noté la réponse au renvoi"),
    leads_to=WORKING | {Stage.REGISTERED, Stage.CLOSED, ReferralStage.ACCEPTED, ReferralStage.REFUSED,
                        ReferralStage.DECIDED}, of={ReferralStage.SENT}, guests=True, icon="paper")
RECALL_DISPUTE = _act(
    "dispute.recall", {S}, frozenset({Stage.REFERRED}), _l("Rappeler le dossier"),
    _l("%(who)s a rappelé le dossier"),
    of={ReferralStage.SENT},
    leads_to=WORKING | {Stage.REGISTERED, Stage.CLOSED, ReferralStage.RECALLED, ReferralStage.UNANSWERED})
TAKE_OVER_DISPUTE = _act(
    "dispute.take_over", {S}, None, _l("Ouvrir notre dossier"),
    _l("%(who)s a repris un dossier renvoyé"), leads_to={Stage.REGISTERED}, guests=True, icon="folder")
LINK_DISPUTE = _act(
    "dispute.link", {M, S}, ANY, _l("Lier à un autre dossier"),
    _l("%(who)s a lié le dossier à un autre"), icon="link")
UNLINK_DISPUTE = _act(
    "dispute.unlink", {M, S}, ANY, _l("Défaire ce lien"),
    _l("%(who)s a défait un lien entre dossiers"), icon="strike")
SET_ALERT = _act(
    "alert.set", {M, S}, OPEN, _l("Donner l’alerte"),
    _l("%(who)s a changé le niveau d’alerte"), icon="warning")
ADD_ATTEMPT = _act(
    "attempt.add", {M, S}, OPEN, _l("Ajouter une démarche d’avant"),
    _l("%(who)s a ajouté une démarche d’avant la saisine"), late=True, icon="clock")
AMEND_ATTEMPT = _act(
    "attempt.amend", {M, S}, OPEN, _l("Modifier la démarche"),
    _l("%(who)s a modifié une démarche d’avant la saisine"), icon="pencil")
STRIKE_ATTEMPT = _strike("attempt", _l("%(who)s a rayé une démarche d’avant"))
RECORD_HARM = _act(
    "harm.record", {M, S}, OPEN, _l("Noter des dommages"),
    _l("%(who)s a noté des dommages"), late=True, icon="clipboard")
STRIKE_HARM = _strike("harm", _l("%(who)s a rayé des dommages"))
ADD_PROCEEDING = _act(
    "proceeding.add", {M, S}, ANY, _l("Noter une procédure en parallèle"),
    _l("%(who)s a noté une procédure en parallèle"), icon="scales")
AMEND_PROCEEDING = _act(
    "proceeding.amend", {M, S}, ANY, _l("Compléter la procédure"),
    _l("%(who)s a complété une procédure en parallèle"), icon="pencil")
STRIKE_PROCEEDING = _strike("proceeding", _l("%(who)s a rayé une procédure en parallèle"))
RECORD_SOURCE = _act(
    "source.record", {M, S}, ANY, _l("Noter ce que dit une autre source"),
    _l("%(who)s a noté ce que dit une autre source"), icon="speaker")
STRIKE_SOURCE = _strike("source", _l("%(who)s a rayé ce que disait une source"))
RECORD_MEASURE = _act(
    "measure.record", {M, S}, OPEN, _l("Noter une mesure d’attente"),
    _l("%(who)s a noté une mesure d’attente"), leads_to={MeasureStage.IN_FORCE},
    late=True, icon="bar")
LIFT_MEASURE = _act(
    "measure.lift", {M, S}, OPEN, _l("Noter la levée"),
    _l("%(who)s a noté la levée d’une mesure"), of={MeasureStage.IN_FORCE},
    leads_to={MeasureStage.LIFTED}, late=True, outlives=True)
STRIKE_MEASURE = _strike("measure", _l("%(who)s a rayé une mesure d’attente"))

# Who works on it, and who must not
REPLACE_MEDIATOR_DISPUTE = _act("dispute.replace_mediator", {S, C}, OPEN, _l("Remplacer"),
                                _l("%(who)s a remplacé une personne de l’équipe"), icon="people")
RELEASE_MEDIATOR_DISPUTE = _act("dispute.release_mediator", {S, C}, OPEN, _l("Décharger"),
                                _l("%(who)s a déchargé une personne de l’équipe"), icon="people")
SET_LEAD_DISPUTE = _act("dispute.set_lead", {S, C}, OPEN, _l("Mettre en charge"),
                        _l("%(who)s a changé la personne en charge"), icon="people")
DECLARE_INTEREST = _act("interest.declare", {M, S, C}, OPEN, _l("Déclarer un lien ou un intérêt"),
                        _l("%(who)s a déclaré un lien ou un intérêt"), icon="link")
STRIKE_INTEREST = _strike("interest", _l("%(who)s a rayé un lien déclaré"), {M, S, C})
REPLACE_BENCH = _act("bench.replace", {M, S, C}, OPEN, _l("Remplacer un membre pour ce dossier"),
                     _l("%(who)s a noté le remplacement d’un membre pour ce dossier"), icon="people")
RESTORE_BENCH = _act("bench.restore", {M, S, C, R}, OPEN, _l("Mettre fin au remplacement"),
                     _l("%(who)s a noté la fin d’un remplacement"), icon="people")
NAME_STANDIN = _act("standin.name", {R}, OPEN, _l("Nommer un suppléant"),
                    _l("%(who)s a nommé un suppléant pour ce dossier"), icon="people")
END_STANDIN = _act(
    "standin.end", {R}, ANY, _l("Mettre fin à la suppléance"), _l("%(who)s a mis fin à une suppléance"), icon="people")

# The people in it
ADD_PARTY = _act(
    "party.add", {M, S}, OPEN, _l("Ajouter une partie"), _l("%(who)s a ajouté une partie"), icon="people")
AMEND_PARTY = _act(
    "party.amend", {M, S}, OPEN, _l("Modifier la partie"), _l("%(who)s a modifié une partie"), icon="pencil")
LEAVE_PARTY = _act(
    "party.leave", {M, S}, OPEN, _l("Noter un départ"),
    _l("%(who)s a noté le départ d’une partie"), of={PartyStage.HERE}, leads_to={PartyStage.FORMER}, icon="people")
SUCCEED_PARTY = _act(
    "party.succeed", {M, S}, OPEN, _l("Noter une succession"),
    _l("%(who)s a noté qui succède à une partie"), leads_to={PartyStage.FORMER}, icon="people")
STRIKE_DEPARTURE = _strike("departure", _l("%(who)s a rayé un départ"))
STRIKE_PARTY = _strike("party", _l("%(who)s a rayé une partie"))
APPOINT_REPRESENTATIVE = _act(
    "representative.appoint", {M, S}, OPEN, _l("Désigner un représentant"),
    _l("%(who)s a noté un représentant"), of={PartyStage.HERE}, leads_to={MandateStage.SPEAKS}, icon="people")
END_REPRESENTATIVE = _act(
    "representative.end", {M, S}, OPEN, _l("Noter la fin du mandat"),
    _l("%(who)s a noté la fin d’un mandat"), of={MandateStage.SPEAKS}, leads_to={MandateStage.ENDED}, icon="people")
STRIKE_REPRESENTATIVE = _strike("representative", _l("%(who)s a rayé un représentant"))
ADD_WITNESS = _act(
    "witness.add", {M, S}, OPEN, _l("Ajouter un témoin"), _l("%(who)s a ajouté un témoin"), icon="people")
AMEND_WITNESS = _act(
    "witness.amend", {M, S}, OPEN, _l("Modifier le témoin"), _l("%(who)s a modifié un témoin"), icon="pencil")
STRIKE_WITNESS = _strike("witness", _l("%(who)s a rayé un témoin"))
ADD_INTERMEDIARY = _act(
    "intermediary.add", {M, S}, OPEN, _l("Ajouter une personne qui aide"),
    _l("%(who)s a ajouté une personne qui aide"), icon="people")
AMEND_INTERMEDIARY = _act(
    "intermediary.amend", {M, S}, OPEN, _l("Modifier la personne qui aide"),
    _l("%(who)s a modifié une personne qui aide"), icon="pencil")
STRIKE_INTERMEDIARY = _strike("intermediary", _l("%(who)s a rayé une personne qui aide"))
RECORD_CONSENT = _act(
    "consent.record", {M, S}, ANY, _l("Noter un consentement"),
    _l("%(who)s a noté un consentement"), leads_to={ConsentStage.GIVEN})
WITHDRAW_CONSENT = _act(
    "consent.withdraw", {M, S}, ANY, _l("Noter le retrait du consentement"),
    _l("%(who)s a noté le retrait d’un consentement"), of={ConsentStage.GIVEN},
    leads_to={ConsentStage.WITHDRAWN}, icon="bar")
STRIKE_CONSENT = _strike("consent", _l("%(who)s a rayé un consentement"))

# What is contested
ADD_OBJECT = _act(
    "object.add", {M, S}, OPEN, _l("Décrire ce qui est contesté"),
    _l("%(who)s a décrit ce qui est contesté"), icon="map")
AMEND_OBJECT = _act(
    "object.amend", {M, S}, OPEN, _l("Modifier la description"),
    _l("%(who)s a modifié ce qui est contesté"), icon="pencil")
STRIKE_OBJECT = _strike("object", _l("%(who)s a rayé ce qui était contesté"))

# Summons and sessions
ISSUE_SUMMONS = _act(
    "summons.issue", {M, S}, UNDER_WAY, _l("Convoquer"), _l("%(who)s a envoyé une convocation"),
    leads_to={SummonsStage.ISSUED}, late=True, icon="paper")
RECORD_SERVICE_SUMMONS = _act(
    "summons.record_service", {M, S}, UNDER_WAY, _l("Noter la remise"),
    _l("%(who)s a noté la remise d’une convocation"),
    of={SummonsStage.ISSUED}, leads_to={SummonsStage.SERVED, SummonsStage.NOT_SERVED},
    late=True, icon="paper")
STRIKE_SUMMONS = _strike("summons", _l("%(who)s a rayé une convocation"))
SCHEDULE_SESSION = _act(
    "session.schedule", {M, S}, PRESENT, _l("Prévoir une séance"), _l("%(who)s a prévu une séance"),
    leads_to={SessionStage.PLANNED}, icon="calendar")
POSTPONE_SESSION = _act(
    "session.postpone", {M, S}, PRESENT, _l("Reporter la séance"), _l("%(who)s a reporté une séance"),
    of={SessionStage.PLANNED}, leads_to={SessionStage.POSTPONED, SessionStage.PLANNED}, icon="calendar")
CANCEL_SESSION = _act(
    "session.cancel", {M, S}, PRESENT, _l("Annuler la séance"), _l("%(who)s a annulé une séance"),
    of={SessionStage.PLANNED}, leads_to={SessionStage.CANCELLED}, icon="bar")
RECORD_SESSION = _act(
    "session.record", {M, S}, OPEN, _l("Noter une séance"), _l("%(who)s a noté une séance"),
    of={SessionStage.PLANNED}, leads_to={SessionStage.HELD, Stage.IN_MEDIATION}, late=True,
    icon="people")
AMEND_SESSION = _act(
    "session.amend", {M, S}, OPEN, _l("Compléter la séance"), _l("%(who)s a complété une séance"),
    of={SessionStage.HELD}, leads_to={Stage.IN_MEDIATION}, icon="pencil")
STRIKE_SESSION = _strike("session", _l("%(who)s a rayé une séance"))
RECORD_OFFER = _act(
    "offer.record", {M, S}, OPEN, _l("Noter une offre"),
    _l("%(who)s a noté une offre"), late=True, icon="scales")
ANSWER_OFFER = _act(
    "offer.answer", {M, S}, OPEN, _l("Noter la réponse"),
    _l("%(who)s a noté la réponse à une offre"), late=True, outlives=True, icon="scales")
STRIKE_OFFER = _strike("offer", _l("%(who)s a rayé une offre"))
WRITE_NOTE = _act(
    "note.write", {M}, ANY, _l("Écrire une note réservée"), _l("%(who)s a écrit une note réservée"), icon="lock")
OPEN_NOTE = _act(
    "note.open", {M}, ANY, _l("Ouvrir la note"), _l("%(who)s a ouvert une note réservée"),
    icon="lock", in_timeline=False)
STRIKE_NOTE = _strike("note", _l("%(who)s a rayé une note réservée"), {M})

# The settlement
RECORD_AGREEMENT = _act(
    "agreement.record", {M, S}, RECTIFYING, _l("Enregistrer l’accord"), _l("%(who)s a rédigé l’accord"),
    leads_to={AgreementStage.DRAFTED, CommitmentStage.DUE}, icon="scales")
AMEND_AGREEMENT = _act(
    "agreement.amend", {M, S}, RECTIFYING, _l("Modifier l’accord"), _l("%(who)s a modifié l’accord"),
    of={AgreementStage.DRAFTED, AgreementStage.READ},
    leads_to={AgreementStage.DRAFTED, CommitmentStage.DUE}, icon="pencil")
ABANDON_AGREEMENT = _act(
    "agreement.abandon", {M, S}, RECTIFYING, _l("Abandonner ce projet d’accord"),
    _l("%(who)s a abandonné un projet d’accord"), of={AgreementStage.DRAFTED, AgreementStage.READ},
    leads_to={AgreementStage.ABANDONED}, icon="bar")
READ_ALOUD_AGREEMENT = _act(
    "agreement.read_aloud", {M, S}, RECTIFYING, _l("Noter la lecture aux parties"),
    _l("%(who)s a noté la lecture de l’accord"), of={AgreementStage.DRAFTED},
    leads_to={AgreementStage.READ}, icon="speaker")
SIGN_AGREEMENT = _act(
    "agreement.sign", {M, S}, RECTIFYING, _l("Noter les signatures"),
    _l("%(who)s a noté les signatures de l’accord"), of={AgreementStage.READ},
    leads_to={AgreementStage.SIGNED, AgreementStage.REPLACED, Stage.IN_FOLLOW_UP, *CommitmentStage}, icon="pen")
FAIL_MEDIATION = _act(
    "mediation.fail", {S, C}, HEARING, _l("Noter la non-conciliation"),
    _l("%(who)s a noté la non-conciliation"), leads_to={Stage.NOT_SETTLED}, icon="bar")
DEFAULT_MEDIATION = _act(
    "mediation.default", {S, C}, HEARING, _l("Noter la carence"),
    _l("%(who)s a noté la carence"), leads_to={Stage.NOT_SETTLED}, icon="bar")
RESUME_MEDIATION = _act(
    "mediation.resume", {M, S, C}, frozenset({Stage.NOT_SETTLED, Stage.IN_FOLLOW_UP}), _l("Reprendre la médiation"),
    _l("%(who)s a repris la médiation"), leads_to={Stage.IN_MEDIATION}, icon="people")
STRIKE_MEDIATION = _strike("mediation", _l("%(who)s a rayé une non-conciliation ou une carence"), {S, C})

# What becomes of a signed agreement
DENOUNCE_AGREEMENT = _act(
    "agreement.denounce", {M, S}, ANY, _l("Noter une dénonciation"),
    _l("%(who)s a noté que l’accord est dénoncé"), of=BINDING,
    leads_to={AgreementStage.DENOUNCED}, icon="bar")
REJECT_AGREEMENT = _act(
    "agreement.reject", {M, S}, ANY, _l("Noter un rejet après signature"),
    _l("%(who)s a noté que l’accord signé est rejeté"), of=BINDING,
    leads_to={AgreementStage.REJECTED}, icon="bar")
REPLACE_AGREEMENT = _act(
    "agreement.replace", {M, S}, ANY, _l("Noter qu’un autre accord le remplace"),
    _l("%(who)s a noté que l’accord est remplacé"), of=BINDING,
    leads_to={AgreementStage.REPLACED}, icon="next")
LAPSE_AGREEMENT = _act(
    "agreement.lapse", {M, S}, ANY, _l("Noter que l’accord est éteint"),
    _l("%(who)s a noté que l’accord est éteint"), of=BINDING,
    leads_to={AgreementStage.LAPSED}, icon="bar")
ENDORSE_AGREEMENT = _act(
    "agreement.endorse", {S, C}, ANY, _l("Noter le visa"),
    _l("%(who)s a noté le visa de l’accord"), of={AgreementStage.SIGNED, AgreementStage.ENDORSED},
    leads_to={AgreementStage.ENDORSED}, icon="pen")
TRANSMIT_AGREEMENT = _act(
    "agreement.transmit", {S}, ANY, _l("Noter la transmission au juge"),
    _l("%(who)s a noté la transmission de l’accord au juge"),
    of={AgreementStage.ENDORSED, AgreementStage.RETURNED}, leads_to={AgreementStage.TRANSMITTED}, icon="next")
HOMOLOGATE_AGREEMENT = _act(
    "agreement.homologate", {S}, ANY, _l("Noter l’homologation"),
    _l("%(who)s a noté l’homologation de l’accord"),
    of={AgreementStage.TRANSMITTED}, leads_to={AgreementStage.HOMOLOGATED}, icon="scales")
RETURN_AGREEMENT = _act(
    "agreement.return", {S}, ANY, _l("Noter le renvoi par le juge"),
    _l("%(who)s a noté que le juge renvoie l’accord"),
    of={AgreementStage.TRANSMITTED}, leads_to={AgreementStage.RETURNED}, icon="bar")
STRIKE_STEP = _strike("step", _l("%(who)s a rayé une étape vers le juge"), {S, C}, leads_to=BINDING)
STRIKE_ENDING = _strike("ending", _l("%(who)s a rayé la fin d’un accord"), leads_to=BINDING)
GIVE_COPY = _act(
    "copy.give", {S}, ANY, _l("Noter une copie remise"),
    _l("%(who)s a noté une copie remise"), of=SIGNED_ONCE, icon="paper")
STRIKE_COPY = _strike("copy", _l("%(who)s a rayé une copie remise"), {S})

# What becomes of it
PLAN_VISIT = _act(
    "visit.plan", {M, S}, ANY, _l("Prévoir une visite de suivi"), _l("%(who)s a prévu une visite de suivi"),
    of=BINDING, leads_to={VisitStage.PLANNED}, icon="calendar")
RECORD_VISIT = _act(
    "visit.record", {M, S}, ANY, _l("Noter une visite de suivi"), _l("%(who)s a noté une visite de suivi"),
    of=SIGNED_ONCE | {VisitStage.PLANNED},
    leads_to={VisitStage.MADE, CommitmentStage.KEPT, CommitmentStage.PARTLY_KEPT, CommitmentStage.NOT_KEPT,
              CommitmentStage.COULD_NOT_CHECK}, icon="eye")
STRIKE_VISIT = _strike("visit", _l("%(who)s a rayé une visite de suivi"))
RELEASE_COMMITMENT = _act(
    "commitment.release", {M, S}, ANY, _l("Noter que l’autre côté libère"),
    _l("%(who)s a noté qu’un engagement est libéré"),
    of={CommitmentStage.DUE, CommitmentStage.PARTLY_KEPT, CommitmentStage.NOT_KEPT, CommitmentStage.COULD_NOT_CHECK},
    leads_to={CommitmentStage.RELEASED})
STRIKE_RELEASE = _strike("release", _l("%(who)s a rayé la libération d’un engagement"))
REPORT_DIFFICULTY = _act(
    "difficulty.report", {M, S}, ANY, _l("Signaler une difficulté"),
    _l("%(who)s a signalé une difficulté"), of=SIGNED_ONCE,
    leads_to={DifficultyStage.OPEN}, icon="warning")
SETTLE_DIFFICULTY = _act(
    "difficulty.settle", {M, S}, ANY, _l("Noter comment elle est réglée"),
    _l("%(who)s a noté comment une difficulté est réglée"),
    of={DifficultyStage.OPEN}, leads_to={DifficultyStage.SETTLED})
STRIKE_DIFFICULTY = _strike("difficulty", _l("%(who)s a rayé une difficulté"))

# The papers: a number is taken first, in an act of its own
RESERVE_PAPER = _act(
    "paper.reserve", {M, S, R}, ANY, _l("Prendre un numéro de papier"),
    _l("%(who)s a pris un numéro de papier"), leads_to={PaperStage.RESERVED}, icon="paper", in_timeline=False)
ISSUE_PAPER = _act(
    "paper.issue", {M, S, R}, ANY, _l("Établir le papier"), _l("%(who)s a établi un papier"),
    of={PaperStage.RESERVED}, leads_to={PaperStage.CURRENT, PaperStage.SUPERSEDED}, icon="paper")
ANNUL_PAPER = _act(
    "paper.annul", {M, S, R}, ANY, _l("Annuler ce papier"), _l("%(who)s a annulé un papier"),
    of={PaperStage.RESERVED, PaperStage.CURRENT}, leads_to={PaperStage.ANNULLED}, icon="bar")

# What a reviewer asks
ADD_REMARK = _act(
    "remark.add", {R}, ANY, _l("Écrire une remarque"),
    _l("%(who)s a écrit une remarque"), leads_to={RemarkStage.OPEN}, icon="speaker")
ANSWER_REMARK = _act(
    "remark.answer", {M, S}, ANY, _l("Répondre à la remarque"),
    _l("%(who)s a répondu à une remarque"), of={RemarkStage.OPEN}, leads_to={RemarkStage.ANSWERED}, icon="speaker")

# The house: people, institutions, places
INVITE_ACCOUNT = _act("account.invite", {A}, None, _l("Inviter une personne"), _l("%(who)s a invité une personne"))
AMEND_ACCOUNT = _act("account.amend", {A}, None, _l("Modifier la personne"), _l("%(who)s a modifié une personne"))
RENEW_ACCOUNT = _act(
    "account.renew", {A}, None, _l("Donner un nouveau code"), _l("%(who)s a donné un nouveau code d’entrée"))
CONFIRM_RENEWAL = _act("renewal.confirm", {A, C, R}, None, _l("Confirmer le nouveau code"),
                       _l("%(who)s a confirmé un nouveau code d’entrée"))
DEACTIVATE_ACCOUNT = _act(
    "account.deactivate", {A}, None, _l("Fermer l’accès"), _l("%(who)s a fermé l’accès d’une personne"))
REACTIVATE_ACCOUNT = _act(
    "account.reactivate", {A}, None, _l("Rouvrir l’accès"), _l("%(who)s a rouvert l’accès d’une personne"))
CHANGE_PASSWORD_ACCOUNT = _act("account.change_password", set(), None, _l("Changer mon mot de passe"),
                               _l("%(who)s a changé son mot de passe"), everyone=True)
MAKE_CALENDAR = _act("calendar.make", set(), None, _l("Mettre dans mon agenda"),
                     _l("%(who)s a ouvert l’adresse de son agenda"), everyone=True)
RENEW_CALENDAR = _act("calendar.renew", set(), None, _l("Changer l’adresse"),
                      _l("%(who)s a changé l’adresse de son agenda"), everyone=True)
CLOSE_CALENDAR = _act("calendar.close", set(), None, _l("Fermer l’adresse"),
                      _l("%(who)s a fermé l’adresse de son agenda"), everyone=True)
CREATE_COMMISSION = _act(
    "commission.create", {A}, None, _l("Créer une institution"), _l("%(who)s a créé une institution"))
AMEND_COMMISSION = _act(
    "commission.amend", {A}, None, _l("Modifier l’institution"), _l("%(who)s a modifié une institution"))
SET_SETTING = _act("setting.set", {A}, None, _l("Changer un réglage"), _l("%(who)s a changé un réglage"))
ADD_MEMBER = _act("member.add", {A, C}, None, _l("Ajouter un membre"), _l("%(who)s a ajouté un membre"))
END_MEMBER = _act("member.end", {A, C}, None, _l("Noter un départ"), _l("%(who)s a noté le départ d’un membre"))
GRANT_ROLE = _act("role.grant", {A}, None, _l("Donner un rôle"), _l("%(who)s a donné un rôle"))
END_ROLE = _act("role.end", {A}, None, _l("Retirer un rôle"), _l("%(who)s a retiré un rôle"))
ADD_PLACE = _act("place.add", {A}, None, _l("Ajouter un lieu"), _l("%(who)s a ajouté un lieu"))
AMEND_PLACE = _act("place.amend", {A}, None, _l("Modifier le lieu"), _l("%(who)s a modifié un lieu"))
LOAD_PLACE = _act("place.load", {A}, None, _l("Charger une liste de lieux"),
                  _l("%(who)s a chargé une liste de lieux"))
