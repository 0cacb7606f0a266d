"""The invented people and institutions of the demo; the communes are real, nobody in them is."""

from dataclasses import dataclass
from datetime import timedelta

from mediation.accounts import service as accounts
from mediation.accounts.models import Account
from mediation.accounts.passwords import hash_password, one_time_code
from mediation.accounts.rules import AccountFacts, PasswordFacts
from mediation.acts import scope
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Role
from mediation.commissions import queries
from mediation.commissions import service as commissions
from mediation.commissions.kinds import Category, InstitutionKind, SettingName, Source, Standing, SummonsWord
from mediation.commissions.rules import InstitutionFacts, MemberFacts, RoleFacts
from mediation.commissions.settings import SettingFacts
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.places import service as places
from mediation.places.kinds import PlaceKind
from mediation.places.rules import PlaceFacts

OVER_A_TERRITORY = (Role.REVIEWER, Role.ANALYST)
PASSWORD = "karite-du-marigot"
SERVED_FOR = timedelta(days=900)

# Regions, cercles and communes are those of 2023; the villages are invented.
PLACES = (
    ("DIO", "Dioïla", PlaceKind.REGION, None),
    ("DIO-MSG", "Massigui", PlaceKind.CERCLE, "DIO"),
    ("SIK", "Sikasso", PlaceKind.REGION, None),
    ("SIK-KAD", "Kadiolo", PlaceKind.CERCLE, "SIK"),
    ("SEG", "Ségou", PlaceKind.REGION, None),
    ("SEG-MAC", "Macina", PlaceKind.CERCLE, "SEG"),
    ("MSG", "Massigui", PlaceKind.COMMUNE, "DIO-MSG"),
    ("KAD", "Kadiolo", PlaceKind.COMMUNE, "SIK-KAD"),
    ("MAC", "Macina", PlaceKind.COMMUNE, "SEG-MAC"),
)
VILLAGES = {
    "MSG": ("Farako-Sô", "Kabala-Kura", "Tiébougou-Ba", "Falla-Dugu", "Dialan-Marka", "Dialan-Peulh"),
    "KAD": ("N’Tiéna-Sô", "Woronkoro", "Nafanabougou-Ni", "Sanzana-Fing"),
    "MAC": ("Ké-Bozola", "Sarédou", "Tougouri-Daga", "Welin-Bamana", "Welin-Bozo"),
}

INSTITUTIONS = (
    InstitutionFacts(
        "MSG",
        "Commission foncière communale de Massigui",
        InstitutionKind.COMMUNE_COMMISSION,
        "MSG",
        "Décision n° 14 du sous-préfet, 2019",
    ),
    InstitutionFacts(
        "KAD", "Commission foncière communale de Kadiolo", InstitutionKind.COMMUNE_COMMISSION, "KAD"
    ),
    InstitutionFacts(
        "MAC",
        "Réseau de médiation de Macina",
        InstitutionKind.MEDIATOR_NETWORK,
        "MAC",
        None,
        SummonsWord.INVITATION,
    ),
    InstitutionFacts(
        "FAR",
        "Commission foncière villageoise de Farako-Sô",
        InstitutionKind.VILLAGE_COMMISSION,
        "MSG-01",
        "Procès-verbal de l’assemblée du village",
    ),
    InstitutionFacts(
        "CKA", "Commission foncière de cercle de Kadiolo", InstitutionKind.CERCLE_COMMISSION, "SIK-KAD"
    ),
    InstitutionFacts("SPM", "Sous-préfecture de Massigui", InstitutionKind.SUB_PREFECTURE, "DIO-MSG"),
)

# What each institution settled, and where that comes from; no law says it for all of them.
SETTINGS = (
    ("MSG", SettingName.EXAMINE_DAYS, "15", Source.INTERNAL_RULES, "règlement de la commission, article 6"),
    ("MSG", SettingName.FIRST_SESSION_DAYS, "30", Source.INTERNAL_RULES, "règlement de la commission, article 6"),
    ("MSG", SettingName.SUMMONS_DAYS, "8", Source.INTERNAL_RULES, "règlement de la commission, article 9"),
    ("MSG", SettingName.MOST_SUMMONS, "3", Source.CUSTOM, "trois fois, comme toujours"),
    ("MSG", SettingName.USUAL_SESSIONS, "2", Source.CUSTOM, None),
    ("MSG", SettingName.VISIT_MONTHS, "1, 3, 6", Source.PROGRAMME, "projet d’appui aux commissions"),
    ("MSG", SettingName.EVENTS, "1973 la grande sécheresse\n1991 la chute du régime", Source.CUSTOM, None),
    ("MSG", SettingName.HIDDEN_KINDS, "dispute.kind=fishing_ground", Source.CUSTOM, "pas de pêcherie ici"),
    ("KAD", SettingName.EXAMINE_DAYS, "21", Source.INTERNAL_RULES, "décision de l’assemblée, 2021"),
    ("KAD", SettingName.RAINY_MONTHS, "5-10", Source.CUSTOM, "les pluies viennent plus tôt ici"),
    ("MAC", SettingName.VISIT_MONTHS, "1, 6, 12", Source.PROGRAMME, "charte du réseau"),
)
# They asked, and nobody knows of a rule: that is an answer too.
NO_RULE = (("KAD", SettingName.MOST_SUMMONS), ("MAC", SettingName.EXAMINE_DAYS))


@dataclass(frozen=True)
class Somebody:
    """A person of the demo, with the roles held: (role, institution or territory)."""

    login: str
    name: str
    roles: tuple[tuple[Role, str | None], ...]


PEOPLE = (
    Somebody("awa", "Awa Togolani", ((Role.MEDIATOR, "MSG"),)),
    Somebody("drissa", "Drissa Coulibani", ((Role.MEDIATOR, "MSG"),)),
    Somebody("moussa", "Moussa Sangarani", ((Role.SECRETARY, "MSG"),)),
    Somebody("bakary", "Bakary Samakéni", ((Role.CHAIR, "MSG"),)),
    Somebody("kadia", "Kadia Dembélani", ((Role.SECRETARY, "KAD"), (Role.MEDIATOR, "KAD"))),
    Somebody("issa", "Issa Ouattarani", ((Role.CHAIR, "KAD"),)),
    Somebody("fanta", "Fanta Thiéroni", ((Role.MEDIATOR, "MAC"), (Role.SECRETARY, "MAC"))),
    Somebody(
        "salimata", "Salimata Konaté-Ba", tuple((Role.REVIEWER, region) for region in ("DIO", "SIK", "SEG"))
    ),
    Somebody("siaka", "Siaka Doumbiani", ((Role.SECRETARY, "FAR"), (Role.MEDIATOR, "FAR"))),
    Somebody("hawa", "Hawa Berthéni", ((Role.SECRETARY, "CKA"), (Role.MEDIATOR, "CKA"))),
    Somebody("yaya", "Yaya Sogobani", ((Role.AUTHORITY, "SPM"),)),
    Somebody("nana", "Nana Kanouténi", tuple((Role.ANALYST, region) for region in ("DIO", "SIK", "SEG"))),
    Somebody("admin", "Oumou Keïtani", ((Role.ADMINISTRATOR, None),)),
)

MEMBERS = (
    ("MSG", "Bakary Samakéni", Category.CHAIR),
    ("MSG", "Moussa Sangarani", Category.SECRETARY),
    ("MSG", "Rokia Malléni", Category.WOMEN),
    ("MSG", "Adama Bengalani", Category.FARMER),
    ("MSG", "Hamidou Sidibéni", Category.HERDER),
    ("KAD", "Issa Ouattarani", Category.CHAIR),
    ("KAD", "Kadia Dembélani", Category.SECRETARY),
    ("MAC", "Fanta Thiéroni", Category.SECRETARY),
    ("FAR", "Siaka Doumbiani", Category.SECRETARY),
    ("FAR", "Mariam Dembélani", Category.WOMEN),
    ("CKA", "Hawa Berthéni", Category.SECRETARY),
)


def settle_in() -> dict[str, tuple[int, str]]:
    """Make places, institutions, people and roles by their acts; returns account id and name by login."""
    with clock.moved_by(-SERVED_FOR), scope.seen_by(KEEPER):
        for code, name, kind, above in PLACES:
            places.add_place(KEEPER, None, PlaceFacts(code, name, kind, above))
        for commune, villages in VILLAGES.items():
            for number, name in enumerate(villages, start=1):
                places.add_place(
                    KEEPER, None, PlaceFacts(f"{commune}-{number:02d}", name, PlaceKind.VILLAGE, commune)
                )
        for institution in INSTITUTIONS:
            commissions.create_commission(KEEPER, None, institution)
        for code, name, category in MEMBERS:
            commissions.add_member(KEEPER, queries.find(code), MemberFacts(name, category, clock.today()))
        for code, name, value, source, words in SETTINGS:
            _settle(code, SettingFacts(name, Standing.VALUE, value, source, words))
        for code, name in NO_RULE:
            _settle(code, SettingFacts(name, Standing.NONE_KNOWN))
        return {somebody.login: _welcome(somebody) for somebody in PEOPLE}


def _settle(code: str, facts: SettingFacts) -> None:
    commissions.set_setting(KEEPER, queries.find(code), facts)


def _welcome(somebody: Somebody) -> tuple[int, str]:
    proof = hash_password(one_time_code())
    account = accounts.invite_account(
        KEEPER, None, AccountFacts(somebody.login, somebody.name, code_hash=proof)
    )
    account_id = account.id
    for role, where in somebody.roles:
        code, territory = (None, where) if role in OVER_A_TERRITORY else (where, None)
        institution = queries.find(code) if code else None
        commissions.grant_role(
            KEEPER, institution, RoleFacts(account_id, role, clock.today(), code, territory)
        )
    secret = PasswordFacts(hash_password(PASSWORD), proof)
    accounts.change_password_account(
        scope.resolve(account_id, somebody.name), db.session.get(Account, account_id), secret
    )
    return account_id, somebody.name
