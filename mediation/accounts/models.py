"""People who may sign in, the sessions they opened, and what was typed when a session ended."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.guard import Guarded
from mediation.kernel.db import Base, Moment


class Account(Guarded, Base):
    """A person with a way in; without a password hash there is only the one-time code.

    `folded` is the name and the login as search compares them.
    """

    __tablename__ = "account"

    login: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    folded: Mapped[str] = mapped_column(String(400), index=True, default="")
    phone: Mapped[str | None] = mapped_column(String(40))
    password_hash: Mapped[str | None] = mapped_column(String(200), info={"reserved": True})
    code_hash: Mapped[str | None] = mapped_column(String(200), info={"reserved": True})
    code_until: Mapped[datetime | None] = mapped_column(Moment)
    active: Mapped[bool] = mapped_column(default=True)
    act_count: Mapped[int] = mapped_column(default=0)

    @property
    def stream(self) -> str:
        """The ledger stream of what this person's account went through."""
        return f"account:{self.id}"


class CodeRenewal(Guarded, Base):
    """A new entry code for somebody: who asked for it, and who confirmed it; a code confirmed by nobody but its
    asker was given where nobody else could confirm.

    `institution` is where the person serves: its chair and those who look over it may confirm, and see it.
    """

    __tablename__ = "code_renewal"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    institution_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id"), index=True)
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    asked_at: Mapped[datetime] = mapped_column(Moment)
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)

    account: Mapped[Account] = relationship(foreign_keys=[account_id])
    asker: Mapped[Account | None] = relationship(foreign_keys=[asked_by])
    confirmer: Mapped[Account | None] = relationship(foreign_keys=[confirmed_by])
    institution = relationship("Institution")

    @property
    def stream(self) -> str:
        """The ledger stream of the account it is about."""
        return self.account.stream

    @property
    def by_two(self) -> bool:
        """Whether it waits for a second person, or had one."""
        return self.confirmed_at is None or self.confirmed_by is not None


class OpenSession(Base):
    """One signed-in browser, known by the hash of a random token.

    It is dead for good once `ended_at` is set, and dead too when nothing came for too long. The row stays a
    month: it tells when somebody was last seen, and whose form it was that arrived too late.
    """

    __tablename__ = "open_session"

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    began_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    locked: Mapped[bool] = mapped_column(default=False)
    device: Mapped[str] = mapped_column(String(120))


class KeptForm(Base):
    """What somebody had typed and not sent, to be given back to them alone: one a page, beside those in the bin."""

    __tablename__ = "kept_form"
    __table_args__ = (Index("ix_kept_form_account_id", "account_id", "path"),)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    path: Mapped[str] = mapped_column(String(300))
    fields: Mapped[str] = mapped_column(Text)
    kept_at: Mapped[datetime] = mapped_column(Moment)
    thrown_at: Mapped[datetime | None] = mapped_column(Moment)


class SignInTry(Base):
    """A try at a password or a code, kept for as long as it counts; the login only as a keyed hash."""

    __tablename__ = "sign_in_try"

    login_hash: Mapped[str] = mapped_column(String(64), index=True)
    tried_at: Mapped[datetime] = mapped_column(Moment, index=True)
