"""People and their roles."""

import enum
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import BigInteger, Update, bindparam, false, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime, changed_one, choice
from bot.records.encryption import (
    SealedText,
    SealedTextOrNone,
    keyring,
    random_row_id,
    sealed_column,
)
from bot.rules.due import Clocks, ReminderRules
from bot.rules.durations import parse_durations
from bot.rules.names import called
from bot.rules.practice import Practice


class Role(enum.Enum):
    CLIENT = "client"
    PSYCHOLOGIST = "psychologist"
    MANAGER = "manager"
    SENIOR = "senior"


STAFF = frozenset({Role.PSYCHOLOGIST, Role.MANAGER, Role.SENIOR})


class Telephone(enum.Enum):
    """Who else can see what is written to this person."""

    NOT_ASKED = "not asked"
    OWN = "own"
    SHARED = "shared"  # day and time only; old messages go after a day


class Person(SQLModel, table=True):
    """A client or a member of staff. One Telegram account is one person."""

    __table_args__ = IDS_NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    seal_id: str = Field(default_factory=random_row_id)
    name_sealed: bytes = sealed_column()
    name_hash: bytes = Field(index=True)
    external_id_sealed: bytes | None = None
    external_id_hash: bytes | None = Field(default=None, index=True)
    phone_sealed: bytes | None = None
    safe_contact_sealed: bytes | None = None  # may we call, leave a message, when
    called_name_sealed: bytes | None = None  # as the client wants to be called
    mail_sealed: bytes | None = None  # of staff: an address, for what can't be told in Telegram
    psychologist_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    telegram_id: int | None = Field(default=None, unique=True, sa_type=BigInteger)
    language: str = "en"
    time_zone: str | None = None
    telephone: Telephone = choice(Telephone, default=Telephone.NOT_ASKED)
    # Every step is a message of its own: screen readers do not read messages that change.
    plain_messages: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    # Of a psychologist: no line by itself before a session (conversations/staff/briefs.py).
    asks_for_briefs: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    note_hour: int | None = None  # 0 to 23 in their zone; None: the usual one
    quiet_hours: str | None = None  # as the setting is written; None: the practice's
    lead_times: str | None = None  # of session reminders, likewise
    reminds_confirmed: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    created_at: datetime = Field(sa_type=UtcDateTime)
    joined_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    paused_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    unreachable_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    away_until: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)  # of staff
    left_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # of staff
    sharing_changes: int = 0  # counts them: what was written before one isn't sent after it
    # Somebody left or has other roles: they are told, and what they looked after is handed on.
    hand_on_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)

    name = SealedText("name")
    external_id = SealedTextOrNone("external_id")
    phone = SealedTextOrNone("phone")
    safe_contact = SealedTextOrNone("safe_contact")
    called_name = SealedTextOrNone("called_name")
    mail = SealedTextOrNone("mail")

    @property
    def is_called(self) -> str:
        """How this person is spoken to: as they asked for, else as their name has it."""
        return self.called_name or called(self.name)

    @property
    def calls_topic(self) -> str:
        """What messages that show the number are filed under: they go if others see the telephone."""
        return f"{self.__tablename__}:{self.id}:calls"

    @property
    def calendar_topic(self) -> str:
        """What files for a calendar are filed under: they don't go once a time is another one."""
        return f"{self.__tablename__}:{self.id}:calendar"

    @property
    def notices_topic(self) -> str:
        """What a notice of several sessions at once is filed under."""
        return f"{self.__tablename__}:{self.id}:notices"

    @property
    def unreachable_topic(self) -> str:
        """What staff are told of their not being reached is filed under: untrue once they are back."""
        return f"{self.__tablename__}:{self.id}:unreachable"

    def clocks(self, practice: Practice) -> Clocks:
        """What this person chose for themselves; the practice's where they chose nothing."""
        return practice.clocks_for(self.time_zone, self.quiet_hours)

    def reminder_rules(self, practice: Practice) -> ReminderRules:
        """What decides when this person is reminded of a session."""
        chosen = (
            practice.lead_times if self.lead_times is None else parse_durations(self.lead_times)
        )
        return ReminderRules(chosen, self.clocks(practice))

    def hears_unasked(self, now: datetime) -> bool:
        """Whether a message that this person didn't ask for may be sent now."""
        paused = self.paused_until is not None and now < self.paused_until
        away = self.stopped_at is not None or self.unreachable_at is not None
        return self.telegram_id is not None and not paused and not away

    def is_away(self, now: datetime) -> bool:
        """Whether this member of staff has said to be away now."""
        return self.away_until is not None and now < self.away_until


class RoleHeld(SQLModel, table=True):
    """A role that a person holds."""

    __tablename__ = "role_held"

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    role: Role = choice(Role, primary_key=True)


def add(db: Session, *, name: str, roles: Iterable[Role], now: datetime) -> Person:
    person = Person(created_at=now, name_hash=keyring().hash(name))
    person.name = name
    db.add(person)
    db.flush()
    db.add_all(RoleHeld(person_id=person.id, role=role) for role in roles)
    db.flush()
    return person


def give_roles(db: Session, person: Person, roles: Iterable[Role]) -> frozenset[Role]:
    """Let this person hold these roles besides those they hold; which of them are new."""
    new = frozenset(roles) - roles_of(db, person)
    db.add_all(RoleHeld(person_id=person.id, role=role) for role in new)
    db.flush()
    return new


def add_client(
    db: Session, *, name: str, psychologist: Person, external_id: str | None, now: datetime
) -> Person:
    client = add(db, name=name, roles=[Role.CLIENT], now=now)
    client.psychologist_id = psychologist.id
    if external_id:
        client.external_id = external_id
        client.external_id_hash = keyring().hash(external_id)
    db.flush()
    return client


def get(db: Session, person_id: int) -> Person:
    person = db.get(Person, person_id)
    assert person is not None, f"person {person_id} is referred to and isn't there"
    return person


# Built once: asked for everything that falls due, and building costs more than running it.
_HELD = select(col(RoleHeld.role)).where(col(RoleHeld.person_id) == bindparam("person_id"))


def roles_of(db: Session, person: Person) -> frozenset[Role]:
    return frozenset(db.exec(_HELD, params={"person_id": person.id}))


def by_telegram_id(db: Session, telegram_id: int) -> Person | None:
    """Whose account this is, with their row locked: a person's updates never run side by side."""
    chosen = select(Person).where(Person.telegram_id == telegram_id).with_for_update(key_share=True)
    return db.exec(chosen).first()


def lock(db: Session, person_id: int) -> Person:
    """The person, with their row locked for this transaction (PostgreSQL; SQLite locks all).

    Rows that refer to it may still be written: else two turns that write to each other's persons
    would wait for each other for ever.
    """
    chosen = select(Person).where(Person.id == person_id)
    return db.exec(chosen.with_for_update(key_share=True)).one()


def is_anybody_there(db: Session) -> bool:
    return db.exec(select(Person.id).limit(1)).first() is not None


def holders(db: Session, role: Role) -> Sequence[Person]:
    """Everybody who holds this role, in the order in which they were added."""
    return db.exec(
        select(Person)
        .join(RoleHeld, col(RoleHeld.person_id) == Person.id)
        .where(RoleHeld.role == role)
        .order_by(col(Person.id))
    ).all()


def named(db: Session, name: str, roles: Iterable[Role] = tuple(Role)) -> Sequence[Person]:
    """The people of this name, or a client with this external id, who hold one of the roles."""
    hashes = keyring().hashes(name)
    return db.exec(
        select(Person)
        .where(
            col(Person.name_hash).in_(hashes) | col(Person.external_id_hash).in_(hashes),
            col(Person.id).in_(
                select(RoleHeld.person_id).where(col(RoleHeld.role).in_(list(roles)))
            ),
        )
        .order_by(col(Person.id))
    ).all()


def clients_of(db: Session, psychologist_id: int) -> Sequence[Person]:
    """Everybody whose psychologist this is, in the order in which they were added."""
    chosen = select(Person).where(Person.psychologist_id == psychologist_id)
    return db.exec(chosen.order_by(col(Person.id))).all()


def mark_unreachable(db: Session, telegram_id: int, at: datetime | None) -> None:
    """Telegram says that this chat is blocked or gone (`at`), or open again (None)."""
    statement = update(Person).where(col(Person.telegram_id) == telegram_id)
    if at is not None:  # the first instant stands: it is what staff were told
        statement = statement.where(col(Person.unreachable_at).is_(None))
    db.execute(statement.values(unreachable_at=at))


def go_away(db: Session, person: Person, until: datetime) -> bool:
    """This member of staff is away until then; False if that is so already."""
    other = col(Person.away_until).is_(None) | (col(Person.away_until) != until)
    statement = update(Person).where(col(Person.id) == person.id, other)
    return _changed(db, person, statement.values(away_until=until))


def come_back(db: Session, person: Person) -> bool:
    """This member of staff is away no more; False if they weren't."""
    statement = update(Person).where(
        col(Person.id) == person.id, col(Person.away_until).is_not(None)
    )
    return _changed(db, person, statement.values(away_until=None))


def _changed(db: Session, person: Person, statement: Update) -> bool:
    changed = changed_one(db, statement)
    db.refresh(person)
    return changed
