"""The regulation in one table: every act of a dispute, who may do it, at which stages, where it leads, how it is told.

Permission checks, the stage guard, the buttons, the sentences of the history and the printed matrix
are all derived from these rows, and from those of the house itself (`house.py`). What a row says: `table.py`.
"""

from mediation.acts import house
from mediation.acts.table import CATALOGUE, HEARING, PRESENT, RECTIFYING, UNDER_WAY, WORKING, C, M, R, S, act, strike
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
    SessionStage,
    Stage,
    SummonsStage,
    VisitStage,
)
from mediation.kernel.language import _l

__all__ = ["CATALOGUE", "house"]

# The dispute itself
REGISTER_DISPUTE = act(
    "dispute.register", {M, S}, None, _l("Nouveau dossier"),
    _l("%(who)s a enregistré la saisine"), leads_to={Stage.REGISTERED}, icon="folder")
TRANSCRIBE_DISPUTE = act(
    "dispute.transcribe", {S}, None, _l("Recopier un ancien dossier"),
    _l("%(who)s a recopié un dossier d’un ancien registre"),
    leads_to=set(Stage) - {Stage.SUSPENDED, Stage.REFERRED}, icon="register")
AMEND_DISPUTE = act(
    "dispute.amend", {M, S}, OPEN, _l("Modifier la saisine"),
    _l("%(who)s a modifié la saisine"), icon="pencil")
ACCEPT_DISPUTE = act(
    "dispute.accept", {S, C}, frozenset({Stage.REGISTERED}), _l("Accepter le dossier"),
    _l("%(who)s a accepté le dossier"), leads_to={Stage.ACCEPTED, Stage.IN_MEDIATION})
DECLINE_DISPUTE = act(
    "dispute.decline", {S, C}, frozenset({Stage.REGISTERED}), _l("Ne pas retenir"),
    _l("%(who)s n’a pas retenu le dossier"), leads_to={Stage.CLOSED}, icon="bar")
ASSIGN_DISPUTE = act(
    "dispute.assign", {S, C}, OPEN, _l("Confier à un médiateur ou une médiatrice"),
    _l("%(who)s a confié le dossier"), icon="people")
WITHDRAW_DISPUTE = act(
    "dispute.withdraw", {M, S}, frozenset({Stage.REGISTERED, Stage.ACCEPTED, Stage.IN_MEDIATION,
    Stage.NOT_SETTLED, Stage.SUSPENDED}), _l("Noter le retrait de la demande"),
    _l("%(who)s a noté le retrait de la demande"), leads_to={Stage.CLOSED}, icon="bar")
CLOSE_DISPUTE = act(
    "dispute.close", {S, C}, PRESENT, _l("Clôturer"), _l("%(who)s a clos le dossier"), leads_to={Stage.CLOSED})
REOPEN_DISPUTE = act(
    "dispute.reopen", {C}, frozenset({Stage.CLOSED}), _l("Rouvrir : clos par erreur"),
    _l("%(who)s a rouvert le dossier, clos par erreur"), leads_to=OPEN, icon="folder")
SUSPEND_DISPUTE = act(
    "dispute.suspend", {M, S}, WORKING, _l("Mettre en pause"),
    _l("%(who)s a mis le dossier en pause"), leads_to={Stage.SUSPENDED}, icon="clock")
RESUME_DISPUTE = act(
    "dispute.resume", {M, S}, frozenset({Stage.SUSPENDED}), _l("Reprendre le dossier"),
    _l("%(who)s a repris le dossier"), leads_to=WORKING)
ORIENT_DISPUTE = act(
    "dispute.orient", {M, S}, OPEN, _l("Orienter une personne"),
    _l("%(who)s a orienté une personne vers une autre aide"), icon="next")
STRIKE_ORIENTATION = strike("orientation", _l("%(who)s a rayé une orientation"))
REFER_DISPUTE = act(
    "dispute.refer", {S, C}, WORKING | {Stage.REGISTERED}, _l("Renvoyer à une autre institution"),
    _l("%(who)s a renvoyé le dossier à une autre institution"), leads_to={Stage.REFERRED, ReferralStage.SENT},
    icon="next")
ANSWER_REFERRAL_DISPUTE = act(
    "dispute.answer_referral", {S}, frozenset({Stage.REFERRED}), _l("Noter la réponse au renvoi"),
    _l("%(who)s a noté la réponse au renvoi"),
    leads_to=WORKING | {Stage.REGISTERED, Stage.CLOSED, ReferralStage.ACCEPTED, ReferralStage.REFUSED,
                        ReferralStage.DECIDED}, of={ReferralStage.SENT}, guests=True, icon="paper")
RECALL_DISPUTE = act(
    "dispute.recall", {S}, frozenset({Stage.REFERRED}), _l("Rappeler le dossier"),
    _l("%(who)s a rappelé le dossier"),
    of={ReferralStage.SENT},
    leads_to=WORKING | {Stage.REGISTERED, Stage.CLOSED, ReferralStage.RECALLED, ReferralStage.UNANSWERED})
TAKE_OVER_DISPUTE = act(
    "dispute.take_over", set(), None, _l("Ouvrir notre dossier"),
    _l("%(who)s a repris un dossier renvoyé"), leads_to={Stage.REGISTERED}, guests=True, icon="folder")
LINK_DISPUTE = act(
    "dispute.link", {M, S}, ANY, _l("Lier à un autre dossier"),
    _l("%(who)s a lié le dossier à un autre"), icon="link")
UNLINK_DISPUTE = act(
    "dispute.unlink", {M, S}, ANY, _l("Défaire ce lien"),
    _l("%(who)s a défait un lien entre dossiers"), icon="strike")
SET_ALERT = act(
    "alert.set", {M, S}, OPEN, _l("Donner l’alerte"),
    _l("%(who)s a changé le niveau d’alerte"), icon="warning")
ADD_ATTEMPT = act(
    "attempt.add", {M, S}, OPEN, _l("Ajouter une démarche d’avant"),
    _l("%(who)s a ajouté une démarche d’avant la saisine"), late=True, icon="clock")
AMEND_ATTEMPT = act(
    "attempt.amend", {M, S}, OPEN, _l("Modifier la démarche"),
    _l("%(who)s a modifié une démarche d’avant la saisine"), icon="pencil")
STRIKE_ATTEMPT = strike("attempt", _l("%(who)s a rayé une démarche d’avant"))
RECORD_HARM = act(
    "harm.record", {M, S}, OPEN, _l("Noter des dommages"),
    _l("%(who)s a noté des dommages"), late=True, icon="clipboard")
STRIKE_HARM = strike("harm", _l("%(who)s a rayé des dommages"))
ADD_PROCEEDING = act(
    "proceeding.add", {M, S}, ANY, _l("Noter une procédure en parallèle"),
    _l("%(who)s a noté une procédure en parallèle"), icon="scales")
AMEND_PROCEEDING = act(
    "proceeding.amend", {M, S}, ANY, _l("Compléter la procédure"),
    _l("%(who)s a complété une procédure en parallèle"), icon="pencil")
STRIKE_PROCEEDING = strike("proceeding", _l("%(who)s a rayé une procédure en parallèle"))
RECORD_SOURCE = act(
    "source.record", {M, S}, ANY, _l("Noter ce que dit une autre source"),
    _l("%(who)s a noté ce que dit une autre source"), icon="speaker")
STRIKE_SOURCE = strike("source", _l("%(who)s a rayé ce que disait une source"))
RECORD_MEASURE = act(
    "measure.record", {M, S}, OPEN, _l("Noter une mesure d’attente"),
    _l("%(who)s a noté une mesure d’attente"), leads_to={MeasureStage.IN_FORCE},
    late=True, icon="bar")
LIFT_MEASURE = act(
    "measure.lift", {M, S}, OPEN, _l("Noter la levée"),
    _l("%(who)s a noté la levée d’une mesure"), of={MeasureStage.IN_FORCE},
    leads_to={MeasureStage.LIFTED}, late=True, outlives=True)
STRIKE_MEASURE = strike("measure", _l("%(who)s a rayé une mesure d’attente"))

# Who works on it, and who must not
REPLACE_MEDIATOR_DISPUTE = act("dispute.replace_mediator", {S, C}, OPEN, _l("Remplacer"),
                                _l("%(who)s a remplacé une personne de l’équipe"), icon="people")
RELEASE_MEDIATOR_DISPUTE = act("dispute.release_mediator", {S, C}, OPEN, _l("Décharger"),
                                _l("%(who)s a déchargé une personne de l’équipe"), icon="people")
SET_LEAD_DISPUTE = act("dispute.set_lead", {S, C}, OPEN, _l("Mettre en charge"),
                        _l("%(who)s a changé la personne en charge"), icon="people")
DECLARE_INTEREST = act("interest.declare", {M, S, C}, OPEN, _l("Déclarer un lien ou un intérêt"),
                        _l("%(who)s a déclaré un lien ou un intérêt"), icon="link")
STRIKE_INTEREST = strike("interest", _l("%(who)s a rayé un lien déclaré"), {M, S, C})
REPLACE_BENCH = act("bench.replace", {M, S, C}, OPEN, _l("Remplacer un membre pour ce dossier"),
                     _l("%(who)s a noté le remplacement d’un membre pour ce dossier"), icon="people")
RESTORE_BENCH = act("bench.restore", {M, S, C, R}, OPEN, _l("Mettre fin au remplacement"),
                     _l("%(who)s a noté la fin d’un remplacement"), icon="people")
NAME_STANDIN = act("standin.name", {R}, OPEN, _l("Nommer un suppléant"),
                    _l("%(who)s a nommé un suppléant pour ce dossier"), icon="people")
END_STANDIN = act(
    "standin.end", {R}, ANY, _l("Mettre fin à la suppléance"), _l("%(who)s a mis fin à une suppléance"), icon="people")

# The people in it
ADD_PARTY = act(
    "party.add", {M, S}, OPEN, _l("Ajouter une partie"), _l("%(who)s a ajouté une partie"), icon="people")
AMEND_PARTY = act(
    "party.amend", {M, S}, OPEN, _l("Modifier la partie"), _l("%(who)s a modifié une partie"), icon="pencil")
LEAVE_PARTY = act(
    "party.leave", {M, S}, OPEN, _l("Noter un départ"),
    _l("%(who)s a noté le départ d’une partie"), of={PartyStage.HERE}, leads_to={PartyStage.FORMER}, icon="people")
SUCCEED_PARTY = act(
    "party.succeed", {M, S}, OPEN, _l("Noter une succession"),
    _l("%(who)s a noté qui succède à une partie"), leads_to={PartyStage.FORMER}, icon="people")
STRIKE_DEPARTURE = strike("departure", _l("%(who)s a rayé un départ"))
STRIKE_PARTY = strike("party", _l("%(who)s a rayé une partie"))
APPOINT_REPRESENTATIVE = act(
    "representative.appoint", {M, S}, OPEN, _l("Désigner un représentant"),
    _l("%(who)s a noté un représentant"), of={PartyStage.HERE}, leads_to={MandateStage.SPEAKS}, icon="people")
END_REPRESENTATIVE = act(
    "representative.end", {M, S}, OPEN, _l("Noter la fin du mandat"),
    _l("%(who)s a noté la fin d’un mandat"), of={MandateStage.SPEAKS}, leads_to={MandateStage.ENDED}, icon="people")
STRIKE_REPRESENTATIVE = strike("representative", _l("%(who)s a rayé un représentant"))
ADD_WITNESS = act(
    "witness.add", {M, S}, OPEN, _l("Ajouter un témoin"), _l("%(who)s a ajouté un témoin"), icon="people")
AMEND_WITNESS = act(
    "witness.amend", {M, S}, OPEN, _l("Modifier le témoin"), _l("%(who)s a modifié un témoin"), icon="pencil")
STRIKE_WITNESS = strike("witness", _l("%(who)s a rayé un témoin"))
ADD_INTERMEDIARY = act(
    "intermediary.add", {M, S}, OPEN, _l("Ajouter une personne qui aide"),
    _l("%(who)s a ajouté une personne qui aide"), icon="people")
AMEND_INTERMEDIARY = act(
    "intermediary.amend", {M, S}, OPEN, _l("Modifier la personne qui aide"),
    _l("%(who)s a modifié une personne qui aide"), icon="pencil")
STRIKE_INTERMEDIARY = strike("intermediary", _l("%(who)s a rayé une personne qui aide"))
RECORD_CONSENT = act(
    "consent.record", {M, S}, ANY, _l("Noter un consentement"),
    _l("%(who)s a noté un consentement"), leads_to={ConsentStage.GIVEN})
WITHDRAW_CONSENT = act(
    "consent.withdraw", {M, S}, ANY, _l("Noter le retrait du consentement"),
    _l("%(who)s a noté le retrait d’un consentement"), of={ConsentStage.GIVEN},
    leads_to={ConsentStage.WITHDRAWN}, icon="bar")
STRIKE_CONSENT = strike("consent", _l("%(who)s a rayé un consentement"))

# What is contested
ADD_OBJECT = act(
    "object.add", {M, S}, OPEN, _l("Décrire ce qui est contesté"),
    _l("%(who)s a décrit ce qui est contesté"), icon="map")
AMEND_OBJECT = act(
    "object.amend", {M, S}, OPEN, _l("Modifier la description"),
    _l("%(who)s a modifié ce qui est contesté"), icon="pencil")
STRIKE_OBJECT = strike("object", _l("%(who)s a rayé ce qui était contesté"))

# Summons and sessions
ISSUE_SUMMONS = act(
    "summons.issue", {M, S}, UNDER_WAY, _l("Convoquer"), _l("%(who)s a envoyé une convocation"),
    leads_to={SummonsStage.ISSUED}, late=True, icon="paper")
RECORD_SERVICE_SUMMONS = act(
    "summons.record_service", {M, S}, UNDER_WAY, _l("Noter la remise"),
    _l("%(who)s a noté la remise d’une convocation"),
    of={SummonsStage.ISSUED}, leads_to={SummonsStage.SERVED, SummonsStage.NOT_SERVED},
    late=True, icon="paper")
STRIKE_SUMMONS = strike("summons", _l("%(who)s a rayé une convocation"))
SCHEDULE_SESSION = act(
    "session.schedule", {M, S}, PRESENT, _l("Prévoir une séance"), _l("%(who)s a prévu une séance"),
    leads_to={SessionStage.PLANNED}, icon="calendar")
POSTPONE_SESSION = act(
    "session.postpone", {M, S}, PRESENT, _l("Reporter la séance"), _l("%(who)s a reporté une séance"),
    of={SessionStage.PLANNED}, leads_to={SessionStage.POSTPONED, SessionStage.PLANNED}, icon="calendar")
CANCEL_SESSION = act(
    "session.cancel", {M, S}, PRESENT, _l("Annuler la séance"), _l("%(who)s a annulé une séance"),
    of={SessionStage.PLANNED}, leads_to={SessionStage.CANCELLED}, icon="bar")
RECORD_SESSION = act(
    "session.record", {M, S}, OPEN, _l("Noter une séance"), _l("%(who)s a noté une séance"),
    of={SessionStage.PLANNED}, leads_to={SessionStage.HELD, Stage.IN_MEDIATION}, late=True,
    icon="people")
AMEND_SESSION = act(
    "session.amend", {M, S}, OPEN, _l("Compléter la séance"), _l("%(who)s a complété une séance"),
    of={SessionStage.HELD}, leads_to={Stage.IN_MEDIATION}, icon="pencil")
STRIKE_SESSION = strike("session", _l("%(who)s a rayé une séance"))
RECORD_OFFER = act(
    "offer.record", {M, S}, OPEN, _l("Noter une offre"),
    _l("%(who)s a noté une offre"), late=True, icon="scales")
ANSWER_OFFER = act(
    "offer.answer", {M, S}, OPEN, _l("Noter la réponse"),
    _l("%(who)s a noté la réponse à une offre"), late=True, outlives=True, icon="scales")
STRIKE_OFFER = strike("offer", _l("%(who)s a rayé une offre"))
WRITE_NOTE = act(
    "note.write", {M}, ANY, _l("Écrire une note réservée"), _l("%(who)s a écrit une note réservée"), icon="lock")
OPEN_NOTE = act(
    "note.open", {M}, ANY, _l("Ouvrir la note"), _l("%(who)s a ouvert une note réservée"),
    icon="lock", in_timeline=False, done=_l("Le journal garde que vous avez ouvert cette note."))
STRIKE_NOTE = strike("note", _l("%(who)s a rayé une note réservée"), {M})

# The settlement
RECORD_AGREEMENT = act(
    "agreement.record", {M, S}, RECTIFYING, _l("Enregistrer l’accord"), _l("%(who)s a rédigé l’accord"),
    leads_to={AgreementStage.DRAFTED, CommitmentStage.DUE}, icon="scales")
AMEND_AGREEMENT = act(
    "agreement.amend", {M, S}, RECTIFYING, _l("Modifier l’accord"), _l("%(who)s a modifié l’accord"),
    of={AgreementStage.DRAFTED, AgreementStage.READ},
    leads_to={AgreementStage.DRAFTED, CommitmentStage.DUE}, icon="pencil")
ABANDON_AGREEMENT = act(
    "agreement.abandon", {M, S}, RECTIFYING, _l("Abandonner ce projet d’accord"),
    _l("%(who)s a abandonné un projet d’accord"), of={AgreementStage.DRAFTED, AgreementStage.READ},
    leads_to={AgreementStage.ABANDONED}, icon="bar")
READ_ALOUD_AGREEMENT = act(
    "agreement.read_aloud", {M, S}, RECTIFYING, _l("Noter la lecture aux parties"),
    _l("%(who)s a noté la lecture de l’accord"), of={AgreementStage.DRAFTED},
    leads_to={AgreementStage.READ}, icon="speaker")
SIGN_AGREEMENT = act(
    "agreement.sign", {M, S}, RECTIFYING, _l("Noter les signatures"),
    _l("%(who)s a noté les signatures de l’accord"), of={AgreementStage.READ},
    leads_to={AgreementStage.SIGNED, AgreementStage.REPLACED, Stage.IN_FOLLOW_UP, *CommitmentStage}, icon="pen")
FAIL_MEDIATION = act(
    "mediation.fail", {S, C}, HEARING, _l("Noter la non-conciliation"),
    _l("%(who)s a noté la non-conciliation"), leads_to={Stage.NOT_SETTLED}, icon="bar")
DEFAULT_MEDIATION = act(
    "mediation.default", {S, C}, HEARING, _l("Noter la carence"),
    _l("%(who)s a noté la carence"), leads_to={Stage.NOT_SETTLED}, icon="bar")
RESUME_MEDIATION = act(
    "mediation.resume", {M, S, C}, frozenset({Stage.NOT_SETTLED, Stage.IN_FOLLOW_UP}), _l("Reprendre la médiation"),
    _l("%(who)s a repris la médiation"), leads_to={Stage.IN_MEDIATION}, icon="people")
STRIKE_MEDIATION = strike("mediation", _l("%(who)s a rayé une non-conciliation ou une carence"), {S, C})

# What becomes of a signed agreement
DENOUNCE_AGREEMENT = act(
    "agreement.denounce", {M, S}, ANY, _l("Noter une dénonciation"),
    _l("%(who)s a noté que l’accord est dénoncé"), of=BINDING,
    leads_to={AgreementStage.DENOUNCED}, icon="bar")
REJECT_AGREEMENT = act(
    "agreement.reject", {M, S}, ANY, _l("Noter un rejet après signature"),
    _l("%(who)s a noté que l’accord signé est rejeté"), of=BINDING,
    leads_to={AgreementStage.REJECTED}, icon="bar")
REPLACE_AGREEMENT = act(
    "agreement.replace", {M, S}, ANY, _l("Noter qu’un autre accord le remplace"),
    _l("%(who)s a noté que l’accord est remplacé"), of=BINDING,
    leads_to={AgreementStage.REPLACED}, icon="next")
LAPSE_AGREEMENT = act(
    "agreement.lapse", {M, S}, ANY, _l("Noter que l’accord est éteint"),
    _l("%(who)s a noté que l’accord est éteint"), of=BINDING,
    leads_to={AgreementStage.LAPSED}, icon="bar")
ENDORSE_AGREEMENT = act(
    "agreement.endorse", {S, C}, ANY, _l("Noter le visa"),
    _l("%(who)s a noté le visa de l’accord"), of={AgreementStage.SIGNED, AgreementStage.ENDORSED},
    leads_to={AgreementStage.ENDORSED}, icon="pen")
TRANSMIT_AGREEMENT = act(
    "agreement.transmit", {S}, ANY, _l("Noter la transmission au juge"),
    _l("%(who)s a noté la transmission de l’accord au juge"),
    of={AgreementStage.ENDORSED, AgreementStage.RETURNED}, leads_to={AgreementStage.TRANSMITTED}, icon="next")
HOMOLOGATE_AGREEMENT = act(
    "agreement.homologate", {S}, ANY, _l("Noter l’homologation"),
    _l("%(who)s a noté l’homologation de l’accord"),
    of={AgreementStage.TRANSMITTED}, leads_to={AgreementStage.HOMOLOGATED}, icon="scales")
RETURN_AGREEMENT = act(
    "agreement.return", {S}, ANY, _l("Noter le renvoi par le juge"),
    _l("%(who)s a noté que le juge renvoie l’accord"),
    of={AgreementStage.TRANSMITTED}, leads_to={AgreementStage.RETURNED}, icon="bar")
STRIKE_STEP = strike("step", _l("%(who)s a rayé une étape vers le juge"), {S, C}, leads_to=BINDING)
STRIKE_ENDING = strike("ending", _l("%(who)s a rayé la fin d’un accord"), leads_to=BINDING)
NOTE_CONDITION = act(
    "condition.note", {M, S}, ANY, _l("Noter si la condition est remplie"),
    _l("%(who)s a noté ce que devient la condition d’un accord"), of=SIGNED_ONCE, icon="check")
STRIKE_CONDITION = strike("condition", _l("%(who)s a rayé ce que devient la condition d’un accord"))
GIVE_COPY = act(
    "copy.give", {S}, ANY, _l("Noter une copie remise"),
    _l("%(who)s a noté une copie remise"), of=SIGNED_ONCE, icon="paper")
STRIKE_COPY = strike("copy", _l("%(who)s a rayé une copie remise"), {S})

# What becomes of it
PLAN_VISIT = act(
    "visit.plan", {M, S}, ANY, _l("Prévoir une visite de suivi"), _l("%(who)s a prévu une visite de suivi"),
    of=BINDING, leads_to={VisitStage.PLANNED}, icon="calendar")
RECORD_VISIT = act(
    "visit.record", {M, S}, ANY, _l("Noter une visite de suivi"), _l("%(who)s a noté une visite de suivi"),
    of=SIGNED_ONCE | {VisitStage.PLANNED},
    leads_to={VisitStage.MADE, CommitmentStage.KEPT, CommitmentStage.PARTLY_KEPT, CommitmentStage.NOT_KEPT,
              CommitmentStage.COULD_NOT_CHECK}, icon="eye")
STRIKE_VISIT = strike("visit", _l("%(who)s a rayé une visite de suivi"))
RELEASE_COMMITMENT = act(
    "commitment.release", {M, S}, ANY, _l("Noter que l’autre côté libère"),
    _l("%(who)s a noté qu’un engagement est libéré"),
    of={CommitmentStage.DUE, CommitmentStage.PARTLY_KEPT, CommitmentStage.NOT_KEPT, CommitmentStage.COULD_NOT_CHECK},
    leads_to={CommitmentStage.RELEASED})
STRIKE_RELEASE = strike("release", _l("%(who)s a rayé la libération d’un engagement"))
REPORT_DIFFICULTY = act(
    "difficulty.report", {M, S}, ANY, _l("Signaler une difficulté"),
    _l("%(who)s a signalé une difficulté"), of=SIGNED_ONCE,
    leads_to={DifficultyStage.OPEN}, icon="warning")
SETTLE_DIFFICULTY = act(
    "difficulty.settle", {M, S}, ANY, _l("Noter comment elle est réglée"),
    _l("%(who)s a noté comment une difficulté est réglée"),
    of={DifficultyStage.OPEN}, leads_to={DifficultyStage.SETTLED})
STRIKE_DIFFICULTY = strike("difficulty", _l("%(who)s a rayé une difficulté"))

# The papers: a number is taken first, in an act of its own
RESERVE_PAPER = act(
    "paper.reserve", {M, S, C, R}, ANY, _l("Prendre un numéro de papier"),
    _l("%(who)s a pris un numéro de papier"), leads_to={PaperStage.RESERVED}, icon="paper", in_timeline=False)
ISSUE_PAPER = act(
    "paper.issue", {M, S, C, R}, ANY, _l("Établir le papier"), _l("%(who)s a établi un papier"),
    of={PaperStage.RESERVED}, leads_to={PaperStage.CURRENT, PaperStage.SUPERSEDED}, icon="paper")
ANNUL_PAPER = act(
    "paper.annul", {M, S, C, R}, ANY, _l("Annuler ce papier"), _l("%(who)s a annulé un papier"),
    of={PaperStage.RESERVED, PaperStage.CURRENT}, leads_to={PaperStage.ANNULLED}, icon="bar")

# Its pieces: photos, scans, old minutes, signed pages, voice notes
ADD_DOCUMENT = act(
    "document.add", {M, S}, ANY, _l("Ajouter une pièce"), _l("%(who)s a ajouté une pièce"), icon="paper")
OPEN_DOCUMENT = act(
    "document.open", {M, S}, ANY, _l("Ouvrir la pièce"), _l("%(who)s a ouvert une pièce réservée"),
    icon="lock", in_timeline=False, done=_l("Le journal garde que vous avez ouvert cette pièce."))
UNSEAL_DOCUMENT = act(
    "document.unseal", {S}, ANY, _l("Prendre l’original"), _l("%(who)s a pris l’original d’une pièce"),
    icon="lock", in_timeline=False)
STRIKE_DOCUMENT = strike("document", _l("%(who)s a rayé une pièce"))

# What a reviewer asks
ADD_REMARK = act(
    "remark.add", {R}, ANY, _l("Écrire une remarque"),
    _l("%(who)s a écrit une remarque"), leads_to={RemarkStage.OPEN}, icon="speaker")
ANSWER_REMARK = act(
    "remark.answer", {M, S}, ANY, _l("Répondre à la remarque"),
    _l("%(who)s a répondu à une remarque"), of={RemarkStage.OPEN}, leads_to={RemarkStage.ANSWERED}, icon="speaker")
