"""People who change: heirs, a village that joins, those who help, what they offer and consent to."""

from decimal import Decimal

from mediation.acts.strike import StrikeFacts
from mediation.agreements.kinds import Check, CommitmentKind
from mediation.agreements.rules import CommitmentFacts
from mediation.demo.telling import Telling, ago, group, here, person
from mediation.disputes.kinds import AttemptChannel, AttemptResult, DisputeKind, Relation, Resource, Scale, Trigger
from mediation.disputes.rules import AttemptFacts
from mediation.kernel import dates
from mediation.kernel.dates import Season
from mediation.land.kinds import RightKind
from mediation.land.models import ContestedObject
from mediation.land.rules import ObjectFacts
from mediation.land.service import add_object, amend_object, strike_object
from mediation.parties import service as parties
from mediation.parties.beside import ConsentFacts, ConsentsFacts, IntermediaryFacts, WithdrawFacts
from mediation.parties.kinds import (
    ConsentForm,
    ConsentScope,
    HelperQuality,
    Language,
    LeaveReason,
    Mandate,
    MandateAfter,
    MandateEnd,
    PartyKind,
    PartyPresence,
    Sex,
    SuccessionBasis,
)
from mediation.parties.models import Consent, Departure, Intermediary, Party, Representative, Witness
from mediation.parties.rules import EndFacts, HandoverFacts, LeaveFacts, SuccessionFacts, WitnessFacts
from mediation.sessions import service as sessions
from mediation.sessions.kinds import OfferAnswer, Presence, Result, SessionKind, SummonsChannel
from mediation.sessions.models import MediationSession, Offer, ReservedNote, Summons
from mediation.sessions.offer_rules import AnswerFacts, OfferFacts
from mediation.sessions.rules import (
    CancelFacts,
    NoteFacts,
    PlanFacts,
    PresenceFacts,
    SeatFacts,
    SessionFacts,
    SummonsFacts,
)
from mediation.supervision.kinds import Addressee, Part
from mediation.supervision.models import Remark
from mediation.supervision.rules import AnswerFacts as RemarkAnswerFacts
from mediation.supervision.rules import RemarkFacts
from mediation.supervision.service import add_remark, answer_remark

BAM, SYE = Language.BAMANANKAN, Language.SYENARA
TWICE = StrikeFacts("Écrit deux fois.")


def the_heirs_of_the_old_man(tell: Telling) -> None:
    """Whoever asked dies before the end: his heirs succeed him, and his eldest son goes on speaking."""
    tell.begins(110, "moussa", "MSG", "Champ prêté au beau-père", DisputeKind.LENT_LAND, "Kabala-Kura",
                (person(1, "Bakoroba Traoréni", sex=Sex.MAN, asked=True, language=BAM,
                        born_on=dates.about_year(1940)),
                 group(2, "Famille Sogobani", language=BAM),
                 person(2, "Madou Sogobani", sex=Sex.MAN),
                 person(2, "Dramane Kéléni", sex=Sex.MAN, ally=True, quality="emprunteur d’un coin du champ")),
                ObjectFacts(Resource.FIELD, "Le champ du fromager, prêté pour une saison et gardé trente ans.",
                            since=dates.in_decade(1990), rights=(RightKind.LOAN, RightKind.NOT_SAID)),
                relation=Relation.LENDER_BORROWER, triggers=(Trigger.SALE,),
                attempts=(AttemptFacts(AttemptChannel.FAMILY, "les tantes des deux familles", dates.in_season(
                    Season.COLD, ago(500).earliest.year), AttemptResult.FAILED),))
    tell.speaks(109, "moussa", 1, "Modibo Traoréni", Mandate.ORAL, "fils aîné")
    tell.speaks(109, "moussa", 2, "Zié Sogobani", Mandate.NOT_KNOWN)
    tell(108, "moussa", parties.strike_representative, StrikeFacts("Il est venu écouter seulement."),
         (Representative, 2))
    tell.speaks(108, "moussa", 2, "Lassana Sogobani", Mandate.CUSTOM, "chef de famille")
    tell(108, "moussa", parties.strike_party, StrikeFacts("Madou est de la famille, déjà écrite."), (Party, 3))
    tell(107, "moussa", parties.amend_party, group(
        2, "Famille Sogobani", language=BAM, members=19, said="Le champ a été donné, pas prêté."), (Party, 2))
    tell.accepted(104, "bakary", "awa")
    _those_who_help(tell)
    tell.meets(90, "awa", Result.GOES_ON, "Le vieux raconte le prêt, les noix de cola et le témoin.",
               place="Kabala-Kura", women=3, men=8, languages=(BAM,))
    tell(90, "awa", sessions.write_note, NoteFacts("Il est très fatigué ; revenir vite.", 1))
    tell(89, "awa", sessions.write_note, NoteFacts("Il est très fatigué."))
    tell(89, "awa", sessions.strike_note, TWICE, (ReservedNote, 2))
    tell(70, "moussa", parties.record_succession, HandoverFacts(
        SuccessionFacts(SuccessionBasis.INHERITANCE, happened_on=ago(74), mandates=MandateAfter.GOES_ON,
                        words="Il est mort après la prière du soir."),
        group(1, "Héritiers de feu Bakoroba Traoréni", members=7, language=BAM)), (Party, 1))
    tell(66, "moussa", parties.leave_party, LeaveFacts(LeaveReason.MOVES, ago(66)), (Party, 2))
    tell(66, "moussa", parties.strike_departure, StrikeFacts("C’est l’emprunteur qui est parti."), (Departure, 2))
    tell(66, "moussa", parties.leave_party, LeaveFacts(
        LeaveReason.SELLS, ago(80), "Il a rendu le coin du champ."), (Party, 4))
    tell(50, "moussa", parties.end_representative, EndFacts(
        MandateEnd.REVOKED, ago(52), "La famille en a choisi un autre.", MandateAfter.ENDS), (Representative, 3))
    tell.speaks(50, "moussa", 2, "Kadiatou Sogobani", Mandate.ASSEMBLY, "nièce, institutrice", "devant toute la cour")
    tell(49, "awa", sessions.open_note, None, (ReservedNote, 1))
    tell(30, "awa", sessions.schedule_session, PlanFacts(ago(-4), "après la prière", here("Kabala-Kura")))
    tell(26, "salimata", add_remark, RemarkFacts(
        Part.PEOPLE, Addressee.SECRETARY, "Combien d’héritières parmi les sept ? Ont-elles donné le mandat ?"))
    tell(22, "moussa", answer_remark, RemarkAnswerFacts("Trois filles et quatre fils, tous étaient là."), (Remark, 1))


def _those_who_help(tell: Telling) -> None:
    """Witnesses, helpers and consents, with what was written by mistake crossed out."""
    tell(103, "moussa", parties.add_witness, WitnessFacts("Témoin 1", "voisin du champ", Sex.MAN))
    tell(102, "moussa", parties.add_witness, WitnessFacts("Témoin 2", "voisin du champ", Sex.MAN))
    tell(102, "moussa", parties.strike_witness, TWICE, (Witness, 2))
    tell(101, "awa", parties.amend_witness, WitnessFacts(
        "Témoin 1", "voisin du champ", Sex.MAN, 1, "Il a porté les noix de cola du prêt."), (Witness, 1))
    griot = IntermediaryFacts(HelperQuality.GRIOT, name="Djéli Madi Kouyatéré", did="porte la parole des deux côtés",
                              since=ago(100))
    tell(100, "awa", parties.add_intermediary, griot)
    tell(100, "awa", parties.add_intermediary, IntermediaryFacts(HelperQuality.ELDER, name="Djéli Madi"))
    tell(99, "awa", parties.strike_intermediary, TWICE, (Intermediary, 2))
    tell(98, "awa", parties.add_intermediary, IntermediaryFacts(
        HelperQuality.JOKING_COUSIN, people=4, women=3, men=1, did="font rire avant de parler"))
    tell(64, "awa", parties.amend_intermediary, IntermediaryFacts(
        HelperQuality.GRIOT, name="Djéli Madi Kouyatéré", did="portait la parole des deux côtés", since=ago(100),
        until=ago(65), replaced_by=3), (Intermediary, 1))
    tell(97, "moussa", parties.record_consents, ConsentsFacts(
        (ConsentScope.MEDIATION, ConsentScope.KEEPING, ConsentScope.RECORDING),
        ConsentFacts(None, party=1, form=ConsentForm.THUMBPRINT, language=BAM, witnessed_by="le chef de quartier",
                     happened_on=ago(97))))
    tell(96, "moussa", parties.withdraw_consent, WithdrawFacts(ago(96), "Pas de photos."), (Consent, 3))
    tell(96, "moussa", parties.record_consent, ConsentFacts(ConsentScope.NAMING, person="Madou Sogobani"))
    tell(95, "moussa", parties.strike_consent, StrikeFacts("Il n’est pas partie."), (Consent, 4))


def the_third_village(tell: Telling) -> None:
    """Two villages quarrel over a pond; a third, downstream, asks to be heard and joins. Offers on both sides."""
    tell.begins(95, "kadia", "KAD", "Mare barrée par une digue", DisputeKind.WATER_POINT, "Woronkoro",
                (group(1, "Village de Woronkoro", PartyKind.VILLAGE, asked=True, language=SYE),
                 group(2, "Village de Sanzana-Fing", PartyKind.VILLAGE, language=SYE)),
                ObjectFacts(Resource.POND, "La mare du nord, fermée par une digue de terre.", name="Kô-Dani",
                            season="de novembre à mars"),
                scale=Scale.VILLAGES, resources=(Resource.POND, Resource.GARDEN), villages=(here("Sanzana-Fing"),),
                triggers=(Trigger.WORKS,))
    tell.speaks(94, "kadia", 1, "Nanourou Traoréni", Mandate.CUSTOM, "chef de village")
    tell.speaks(94, "kadia", 2, "Fousséni Berthéni", Mandate.CUSTOM, "chef de village")
    tell(93, "kadia", add_object, ObjectFacts(Resource.GARDEN, "Les jardins."))
    tell(93, "kadia", amend_object, ObjectFacts(
        Resource.GARDEN, "Les jardins des femmes, sous la digue.", area_said="une trentaine de planches",
        use="oignon, gombo"), (ContestedObject, 2))
    tell(92, "kadia", add_object, ObjectFacts(Resource.WELL, "Le puits du campement."))
    tell(92, "kadia", strike_object, StrikeFacts("Personne ne conteste ce puits."), (ContestedObject, 3))
    tell.accepted(88, "issa")
    for _ in (1, 2):
        tell(86, "kadia", sessions.issue_summons, SummonsFacts(
            2, channel=SummonsChannel.TELEPHONE, happened_on=ago(86), text="Venez à Woronkoro dans six jours."))
    tell(86, "kadia", sessions.strike_summons, TWICE, (Summons, 2))
    tell.meets(80, "kadia", Result.GOES_ON, "La digue a été faite pour le riz ; les jardins sont à sec.",
               place="Woronkoro", women=9, men=20, chair="Issa Ouattarani")
    tell.meets(80, "kadia", Result.GOES_ON, "La digue a été faite pour le riz.")
    tell(79, "kadia", sessions.strike_session, TWICE, (MediationSession, 2))
    tell(78, "kadia", sessions.amend_session, SessionFacts(
        ago(80), Result.GOES_ON, "La digue a été faite pour le riz ; les jardins sont à sec depuis.",
        SessionKind.JOINT, here("Woronkoro"), "3 h", (PresenceFacts(Presence.CAME, party=1),
                                                      PresenceFacts(Presence.CAME, party=2)),
        (SeatFacts("Issa Ouattarani", None, True), SeatFacts("les maîtres de terre", None, people=2)),
        women=9, men=20, languages=(SYE, Language.FRENCH)), (MediationSession, 1))
    tell(70, "kadia", parties.add_party, group(
        3, "Village de N’Tiéna-Sô", PartyKind.VILLAGE, language=SYE, joined_on=ago(71), said="L’eau finit chez nous.",
        presence=PartyPresence.HERE))
    tell.speaks(70, "kadia", 3, "Siriki Bambani", Mandate.CUSTOM, "chef de village")
    tell(68, "kadia", sessions.schedule_session, PlanFacts(ago(61), "9 h", here("N’Tiéna-Sô")))
    tell(63, "kadia", sessions.cancel_session, CancelFacts("Deuil dans la famille du chef."), (MediationSession, 3))
    tell.meets(52, "kadia", Result.GOES_ON, "Trois villages le long de la même eau.", came=(1, 2, 3), women=15, men=31,
               kind=SessionKind.SITE_VISIT, place="N’Tiéna-Sô", chair="Issa Ouattarani")
    tell(52, "kadia", sessions.record_offer, OfferFacts(
        "ouvrir la digue deux jours par semaine", 2, to_sides=(1, 3), quantity=Decimal(2), unit="jours",
        happened_on=ago(52), session=4, answer=OfferAnswer.REFUSED, answer_side=1, answered_on=ago(52),
        answer_reason="Trop peu pour les jardins."))
    tell(45, "kadia", sessions.record_offer, OfferFacts(
        "ouvrir la digue quatre jours, et curer la mare ensemble", made_by="les maîtres de terre", to_sides=(1, 2, 3),
        happened_on=ago(46)))
    tell(44, "kadia", sessions.record_offer, OfferFacts("curer la mare", 3, to_sides=(2,), happened_on=ago(46)))
    tell(44, "kadia", sessions.strike_offer, StrikeFacts("Cela faisait partie de l’offre 2."), (Offer, 3))
    tell(38, "kadia", sessions.answer_offer, AnswerFacts(
        OfferAnswer.ACCEPTED, 2, happened_on=ago(39), answer_reason="si les trois villages curent"), (Offer, 2))
    tell(37, "kadia", sessions.record_offer, OfferFacts(
        "garder un homme à la digue, à tour de rôle", 1, to_sides=(2, 3), happened_on=ago(37)))
    tell.settles(36, "kadia", (
        CommitmentFacts(("B",), "ouvre la digue quatre jours par semaine", ("A", "C"), CommitmentKind.PASSAGE,
                        checked_by=Check.VISIT),), (), SYE)
    tell(36, "kadia", sessions.schedule_session, PlanFacts(
        ago(9), "8 h 30", here("Woronkoro"), SessionKind.READING))


TOLD = (the_heirs_of_the_old_man, the_third_village)
