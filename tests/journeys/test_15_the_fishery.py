"""Account 15: sixty-four years of quarrel over a fishery, ended by joking cousins; a third village joins."""

from datetime import date

from mediation.acts.vocabulary import AgreementStage, Stage
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import (
    AgreementFacts,
    CommitmentFacts,
    GuarantorFacts,
    LineFacts,
    ReadAloudFacts,
    SignFacts,
    WitnessFacts,
)
from mediation.agreements.service import read_aloud_agreement, record_agreement, sign_agreement
from mediation.context.kinds import SourceTopic
from mediation.context.rules import SourceFacts
from mediation.context.service import record_source
from mediation.demo.telling import Telling, group
from mediation.disputes.kinds import AttemptChannel, AttemptResult, DisputeKind, Relation, Resource, Scale
from mediation.disputes.rules import AcceptFacts, AttemptFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel import dates
from mediation.land.rules import ObjectFacts
from mediation.parties.beside import IntermediaryFacts
from mediation.parties.kinds import HelperQuality, Language, Mandate, PartyKind
from mediation.parties.service import add_intermediary, add_party
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Result, SessionKind
from mediation.sessions.rules import SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from tests.journeys.account import Account, Fact, Refused, not_read_back

TITLE = "Pêcherie de Faladougou"
ORIGIN, RECONCILED = dates.on(date(1958, 6, 28)), dates.on(date(2022, 8, 30))
SIGNED = dates.on(date(2022, 9, 22))
BETWEEN = dates.after("la réconciliation", RECONCILED.earliest)
TOWN = SaidPlace(None, "Kéra-Marka")
COUSINS, GRIOTS = "L’association des cousins à plaisanterie", "Les communicateurs traditionnels"
PREFECT, MAYOR = "Le préfet du cercle", "Le maire de la commune"
MANAGE = CommitmentFacts(("*",), "gèrent la pêcherie ensemble, selon la convention",
                         kind=CommitmentKind.CONDUCT)
ANNOUNCE = CommitmentFacts(("*",), "annoncent la réconciliation à tous", kind=CommitmentKind.ANNOUNCEMENT)
CONVENTION = "Convention de gestion de la pêcherie."
PROJECT, SUPPORTS = "Le projet d’appui à la pêche", "soutient la signature, à la demande de l’administration"
PRESS, BACKERS = "la presse", "l’agence qui soutient le projet"
HOW_MANY, SINCE_WHEN = "Combien de villages", "Le début du litige"
VERSIONS = (SourceFacts(SourceTopic.PEOPLE, HOW_MANY, "deux villages", PRESS),
            SourceFacts(SourceTopic.PEOPLE, HOW_MANY, "trois villages", BACKERS),
            SourceFacts(SourceTopic.DATE, SINCE_WHEN, "le 28 juin 1958", PRESS),
            SourceFacts(SourceTopic.DATE, SINCE_WHEN, "depuis 1958", BACKERS))


def village(side: int, name: str, **more):
    """A village as a party."""
    return group(side, f"Village de {name}", PartyKind.VILLAGE, **more)


def as_told(tell: Telling) -> None:
    """Two villages are reconciled; a third is there when the convention is signed three weeks later."""
    tell.begins(30, "moussa", "MSG", TITLE, DisputeKind.FISHING_GROUND, "Konkorola",
                (village(1, "Konkorola", other_names="Konkola"), village(2, "Miérila")),
                ObjectFacts(Resource.FISHERY, "Une pêcherie sur le fleuve.",
                            name="Faladougou, dite aussi Faladjougou"),
                began_on=ORIGIN, scale=Scale.VILLAGES, relation=Relation.FISHERS, happened_on=dates.unknown(),
                villages=(SaidPlace(None, "Miérila"), SaidPlace(None, "Touarela")),
                attempts=(AttemptFacts(AttemptChannel.ADMINISTRATIVE,
                                       "plusieurs tentatives de l’administration",
                                       None, AttemptResult.FAILED),))
    tell(29, "bakary", accept_dispute, AcceptFacts())
    tell(28, "moussa", record_session, SessionFacts(
        RECONCILED, Result.AGREEMENT, "Les deux villages sont réconciliés.", SessionKind.DELEGATION,
        somebody_came=True,
        bench=(SeatFacts(COUSINS, "cousins à plaisanterie"), SeatFacts(GRIOTS, "griots"))))
    tell(27, "moussa", add_party, village(3, "Touarela", joined_on=BETWEEN))
    for number, name in ((1, "Bakaye Konta-Ba"), (2, "Mama Tienta-Ba"), (3, "Sékou Niono-Ba")):
        tell.speaks(27, "moussa", number, name, Mandate.CUSTOM, "chef de village")
    tell(27, "moussa", add_intermediary, IntermediaryFacts(
        HelperQuality.OTHER, "projet", PROJECT, did=SUPPORTS))
    for one in VERSIONS:
        tell(27, "moussa", record_source, one)
    tell(26, "moussa", record_session, SessionFacts(
        SIGNED, Result.AGREEMENT, "C’est le jour de la fête de l’indépendance ; tout le cercle est venu.",
        SessionKind.READING, TOWN, somebody_came=True, bench=(SeatFacts(PREFECT, "préfet", chaired=True),)))
    tell(26, "moussa", record_agreement, AgreementFacts(
        Basis.PARTIES, AgreementForm.WRITTEN, True, SIGNED, place=TOWN, found_at=2, points=CONVENTION,
        covers="les trois villages", unseen="les règles de la convention", commitments=(MANAGE,
                                                  ANNOUNCE), witnesses=(WitnessFacts(MAYOR, "maire"),),
        guarantors=(GuarantorFacts(PREFECT, "préfet"), GuarantorFacts(COUSINS, "cousins à plaisanterie"))))
    tell(26, "moussa", read_aloud_agreement, ReadAloudFacts(
        (Language.FRENCH,), "pas dit", ("A", "B", "C"), SIGNED), (Agreement, 1))
    lines = [LineFacts(Signer.REPRESENTATIVE, number, Mark.SIGNED) for number in (1, 2, 3)]
    lines += [LineFacts(Signer.GUARANTOR, number, Mark.SIGNED) for number in (1, 2)]
    tell(26, "moussa", sign_agreement, SignFacts(tuple(lines), SIGNED), (Agreement, 1))


FIRST, SECOND, AGREEMENT = "sessions/1/", "sessions/2/", "agreements/1/"
FACTS = (
    Fact("the type: a fishery", "dispute.kind", DisputeKind.FISHING_GROUND, "pêcherie"),
    Fact("between villages", "dispute.scale", Scale.VILLAGES),
    Fact("which fish", "dispute.relation", Relation.FISHERS),
    Fact("the exact day of origin, sixty-four years before", "dispute.began_on", ORIGIN, "28 juin 1958"),
    Fact("the first village", "dispute.place", SaidPlace(None, "Konkorola"), "Konkorola · ouvert"),
    Fact("the second village", "dispute_place.place", SaidPlace(None, "Miérila"), "Autres villages Miérila"),
    Fact("the third village", "dispute_place.place", SaidPlace(None, "Touarela"), "Miérila, Touarela", row=2),
    Fact("a fishery", "contested_object.kind", Resource.FISHERY, "De quelle sorte pêcherie"),
    Fact("on the river", "contested_object.description", "Une pêcherie sur le fleuve."),
    Fact("with two spellings", "contested_object.name", "Faladougou, dite aussi Faladjougou"),
    Fact("a village", "party.kind", PartyKind.VILLAGE),
    Fact("by its name", "party.name", "Village de Konkorola"),
    Fact("spelt in two ways", "party.other_names", "Konkola", "Connue aussi sous Konkola"),
    Fact("another village", "party.name", "Village de Miérila", row=2),
    Fact("a third village, which comes later", "party.name", "Village de Touarela", row=3),
    Fact("on a side of its own", "party.side", 3, "Partie C Village de Touarela", row=3),
    Fact("between the reconciliation and the signature", "party.joined_on", BETWEEN,
         "depuis après la réconciliation (30 août 2022)", row=3),
    Fact("the press names two villages", "source.says", "deux villages", f"Selon {PRESS} : deux villages"),
    Fact("the project three", "source.says", "trois villages", f"Selon {BACKERS} : trois villages", row=2),
    Fact("of the same quarrel", "source.fact", HOW_MANY, f"Des personnes · {HOW_MANY} 2 versions", row=2),
    Fact("the press tells the day of its beginning", "source.says", "le 28 juin 1958",
         f"Selon {PRESS} : le 28 juin 1958", row=3),
    Fact("the project only the year", "source.says", "depuis 1958", f"Selon {BACKERS} : depuis 1958", row=4),
    Fact("a date on which they differ", "source.topic", SourceTopic.DATE, f"Une date · {SINCE_WHEN} 2 versions", row=4),
    Fact("a project helps", "intermediary.name", PROJECT, f"Projet, {PROJECT}"),
    Fact("as a project", "intermediary.quality_words", "projet", f"Projet, {PROJECT}"),
    Fact("it supports the signature, as the administration asked", "intermediary.did", SUPPORTS),
    Fact("the administration tried before", "attempt.channel", AttemptChannel.ADMINISTRATIVE,
         "Administrative"),
    Fact("several times", "attempt.body", "plusieurs tentatives de l’administration"),
    Fact("in vain", "attempt.result", AttemptResult.FAILED),
    Fact("the reconciliation, to the day", "mediation_session.held_on", RECONCILED, "30 août 2022",
         page=FIRST),
    Fact("through people who were sent", "mediation_session.kind", SessionKind.DELEGATION, page=FIRST),
    Fact("they are reconciled", "mediation_session.result", Result.AGREEMENT, page=FIRST),
    Fact("joking cousins mediated", "bench_member.name", COUSINS, page=FIRST),
    Fact("by that quality", "bench_member.quality", "cousins à plaisanterie", page=FIRST),
    Fact("griots mediated", "bench_member.name", GRIOTS, row=2, page=FIRST),
    Fact("by that quality too", "bench_member.quality", "griots", row=2, page=FIRST),
    Fact("the ceremony is another day", "mediation_session.held_on", SIGNED, "22 septembre 2022", row=2,
         page=SECOND),
    Fact("in the chief town", "mediation_session.place", TOWN, row=2, page=SECOND),
    Fact("a ceremony to sign", "mediation_session.kind", SessionKind.READING, row=2, page=SECOND),
    Fact("on Independence Day, before people of the whole cercle", "mediation_session.said",
         "C’est le jour de la fête de l’indépendance ; tout le cercle est venu.", row=2, page=SECOND,
         because="told of the day; the date has its field, and nobody counted"),
    Fact("how many came is not known", "mediation_session.participants", None, "Qui était là", row=2,
         page=SECOND),
    Fact("the prefect presides", "bench_member.chaired", True, f"{PREFECT} préfet · présidait", row=3,
         page=SECOND),
    Fact("a written convention", "agreement.form", AgreementForm.WRITTEN, page=AGREEMENT),
    Fact("between the villages", "agreement.basis", Basis.PARTIES, page=AGREEMENT),
    Fact("on the management of the fishery", "agreement.points", CONVENTION, page=AGREEMENT),
    Fact("which covers the three", "agreement.covers", "les trois villages", "Concerne les trois villages",
         page=AGREEMENT),
    Fact("whose rules were not seen", "agreement.unseen", "les règles de la convention", page=AGREEMENT),
    Fact("made in the chief town", "agreement.place", TOWN, page=AGREEMENT),
    Fact("signed that day", "agreement.signed_on", SIGNED, "signé · 22 septembre 2022", page=AGREEMENT),
    Fact("signed", "agreement.stage", AgreementStage.SIGNED, page=AGREEMENT),
    Fact("they manage it together", "commitment.what", "gèrent la pêcherie ensemble, selon la convention"),
    Fact("all of them", "commitment.debtors", "*", "Toutes les parties gèrent"),
    Fact("they announce it", "commitment.what", "annoncent la réconciliation à tous", row=2),
    Fact("in public", "commitment.kind", CommitmentKind.ANNOUNCEMENT, row=2, page=AGREEMENT),
    Fact("the prefect answers for it", "guarantor.name", PREFECT, f"Garants : {PREFECT}, préfet"),
    Fact("the joking cousins too", "guarantor.quality", "cousins à plaisanterie", row=2),
    Fact("the mayor is a witness", "agreement_witness.name", MAYOR, f"Devant : {MAYOR}, maire"),
    Fact("what became of it is not said", "dispute.stage", Stage.IN_FOLLOW_UP, "Suivi à faire"),
)

ACCOUNT = Account("15", TITLE, as_told, FACTS,
                  refused=(Refused("the ethnicity of the villages and of their joking cousins", "ethnicity"),))


def test_the_fishery_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
