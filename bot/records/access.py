"""Who may do what with whose rows: the one way from a person to a row that may not be theirs."""

import enum
from collections.abc import Collection, Mapping
from typing import TypeVar

from sqlmodel import Session, SQLModel

from bot.records.danger_alerts import DangerAlert
from bot.records.kept_words import KeptWords
from bot.records.people import Person, Role
from bot.records.therapy_sessions import TherapySession


class Action(enum.Enum):
    ANSWER_SESSION = "answer session"
    SEE_SESSION = "see session"
    ANSWER_WISH = "answer wish"
    SEE_CLIENT = "see client"
    SEE_DANGER_ALERT = "see danger alert"
    CLEAR_DANGER_ALERT = "clear danger alert"
    SAY_SAFE = "say safe"
    SEE_SCHEDULE = "see schedule"
    USE_KEPT_WORDS = "use kept words"


class Whose(enum.Enum):
    OWN = "own"  # rows about the asker
    OWN_CLIENTS = "own clients"  # rows about clients whose psychologist the asker is
    ALL = "all"


CLIENT, PSYCHOLOGIST, MANAGER, SENIOR = Role.CLIENT, Role.PSYCHOLOGIST, Role.MANAGER, Role.SENIOR

# A cell that isn't here is a no. Tests walk every role × action × whose row.
MATRIX: Mapping[Action, Mapping[Role, Whose]] = {
    Action.ANSWER_SESSION: {CLIENT: Whose.OWN},
    Action.SEE_SESSION: {CLIENT: Whose.OWN, PSYCHOLOGIST: Whose.OWN_CLIENTS, MANAGER: Whose.ALL},
    Action.ANSWER_WISH: {MANAGER: Whose.ALL},
    Action.SEE_CLIENT: {CLIENT: Whose.OWN, PSYCHOLOGIST: Whose.OWN_CLIENTS, MANAGER: Whose.ALL},
    Action.SEE_DANGER_ALERT: {MANAGER: Whose.ALL, SENIOR: Whose.ALL},
    Action.SAY_SAFE: {CLIENT: Whose.OWN},
    Action.USE_KEPT_WORDS: {CLIENT: Whose.OWN},
    Action.SEE_SCHEDULE: {PSYCHOLOGIST: Whose.OWN_CLIENTS, MANAGER: Whose.ALL},
    Action.CLEAR_DANGER_ALERT: {MANAGER: Whose.ALL, SENIOR: Whose.ALL},
}

RowType = TypeVar("RowType", bound=SQLModel)


def may(roles: Collection[Role], action: Action) -> bool:
    """Whether any of the roles may do this with anybody's row at all."""
    return any(role in MATRIX[action] for role in roles)


def reach(
    db: Session,
    asker: Person,
    roles: Collection[Role],
    action: Action,
    table: type[RowType],
    row_id: int,
) -> RowType | None:
    """The row if the asker may do this with it; None for «not there» and «not theirs» alike."""
    row = db.get(table, row_id)
    if row is None:
        return None
    client_id, psychologist_id = _belongs_to(row)
    for role in roles:
        match MATRIX[action].get(role):
            case Whose.ALL:
                return row
            case Whose.OWN if client_id == asker.id:
                return row
            case Whose.OWN_CLIENTS if psychologist_id == asker.id:
                return row
    return None


def _belongs_to(row: SQLModel) -> tuple[int | None, int | None]:
    """(client, psychologist) of a row."""
    match row:
        case TherapySession():
            return row.client_id, row.psychologist_id
        case Person():
            return row.id, row.psychologist_id
        case DangerAlert() | KeptWords():
            return row.person_id, None
        case _:
            raise TypeError(f"access to {row.__tablename__} rows was never decided")
