"""Who may do what with whose rows: the one way from a person to a row that may not be theirs."""

import enum
from collections.abc import Collection, Mapping
from typing import TypeVar

from sqlmodel import Session, SQLModel

from bot.records import case_entries, cases, check_ins, danger_alerts, notes, people, told
from bot.records.case_entries import CaseEntry
from bot.records.cases import Case
from bot.records.check_ins import CheckIn
from bot.records.danger_alerts import DangerAlert
from bot.records.danger_questions import DangerQuestion
from bot.records.duties import DutyRow
from bot.records.homework import Homework, HomeworkNote
from bot.records.import_files import ImportFile
from bot.records.kept_words import KeptWords
from bot.records.notes import Note
from bot.records.people import STAFF, Person, Role
from bot.records.sharings import Sharing
from bot.records.therapy_sessions import TherapySession
from bot.records.time_requests import TimeRequest


class Action(enum.Enum):
    ANSWER_SESSION = "answer session"
    SEE_SESSION = "see session"
    ANSWER_WISH = "answer wish"
    TELL_ATTENDANCE = "tell attendance"
    DECIDE_REQUEST = "decide request"
    MOVE_SESSION = "move session"  # or cancel it, for the practice
    ANSWER_CHECK_IN = "answer check-in"
    SEE_CHECK_IN = "see check-in"
    SEE_TREND = "see trend"  # of the person: the check-ins that the asker may see
    SHARE = "share"  # what the psychologist may see
    SEE_BRIEF = "see brief"  # what is there to know before a session
    SEE_CLIENT = "see client"
    LOOK_UP_CLIENT = "look up client"  # in the list, and their page
    MANAGE_CLIENT = "manage client"  # invite, pause, change psychologist
    ADD_CLIENT = "add client"
    SEE_DANGER_ALERT = "see danger alert"
    CLEAR_DANGER_ALERT = "clear danger alert"
    SAY_SAFE = "say safe"
    ADD_TO_DANGER_ALERT = "add to danger alert"
    SEE_SCHEDULE = "see schedule"
    OWN_CASE = "own case"  # write, send, add to, take back
    READ_CASE = "read case"  # read, take on, answer, close
    BE_HEARD = "be heard"  # read what the client agreed to of a case about oneself, and answer
    SET_HOMEWORK = "set homework"
    ANSWER_HOMEWORK = "answer homework"
    SEE_HOMEWORK_NOTE = "see homework note"
    OWN_NOTE = "own note"  # write it, bring it, show it, throw it away
    SEE_NOTE = "see note"
    USE_KEPT_WORDS = "use kept words"
    LOCK_SCREEN = "lock screen"
    IMPORT = "import"  # decide about a CSV file
    SET_AWAY = "set away"  # of staff: until when they are away
    ASK_DUTY = "ask duty"  # of staff: whether they are there for urgent messages
    ANSWER_DUTY = "answer duty"
    END_DUTY = "end duty"
    CHANGE_SETTINGS = "change settings"
    MANAGE_STAFF = "manage staff"  # invite, give roles, let go
    SEE_DIGEST = "see digest"  # the practice's cases in numbers


class Whose(enum.Enum):
    OWN = "own"  # rows about the asker
    OWN_CLIENTS = "own clients"  # rows about clients whose psychologist the asker is
    NAMED = "named"  # cases for which the client named the asker, who was asked
    HEARD = "heard"  # words of a case that the client agreed to give to the asker
    TOLD = "told"  # rows of which the asker was told: whoever is on duty for danger
    STAFF = "staff"  # those who work here, not who left
    ALL = "all"


CLIENT, PSYCHOLOGIST, MANAGER, SENIOR = Role.CLIENT, Role.PSYCHOLOGIST, Role.MANAGER, Role.SENIOR

# A cell that isn't here is a no. Tests walk every role × action × whose row.
MATRIX: Mapping[Action, Mapping[Role, Whose]] = {
    Action.ANSWER_SESSION: {CLIENT: Whose.OWN},
    Action.SEE_SESSION: {CLIENT: Whose.OWN, PSYCHOLOGIST: Whose.OWN_CLIENTS, MANAGER: Whose.ALL},
    Action.ANSWER_WISH: {MANAGER: Whose.ALL},
    Action.TELL_ATTENDANCE: {PSYCHOLOGIST: Whose.OWN_CLIENTS, MANAGER: Whose.ALL},
    Action.DECIDE_REQUEST: {MANAGER: Whose.ALL},
    Action.MOVE_SESSION: {MANAGER: Whose.ALL},
    Action.ANSWER_CHECK_IN: {CLIENT: Whose.OWN},
    Action.SEE_CHECK_IN: {CLIENT: Whose.OWN, PSYCHOLOGIST: Whose.OWN_CLIENTS},
    Action.SEE_TREND: {CLIENT: Whose.OWN, PSYCHOLOGIST: Whose.OWN_CLIENTS},
    Action.SHARE: {CLIENT: Whose.OWN},
    Action.SEE_BRIEF: {PSYCHOLOGIST: Whose.OWN_CLIENTS},
    Action.SEE_CLIENT: {CLIENT: Whose.OWN, PSYCHOLOGIST: Whose.OWN_CLIENTS, MANAGER: Whose.ALL},
    Action.LOOK_UP_CLIENT: {PSYCHOLOGIST: Whose.OWN_CLIENTS, MANAGER: Whose.ALL},
    Action.MANAGE_CLIENT: {MANAGER: Whose.ALL},
    Action.ADD_CLIENT: {MANAGER: Whose.OWN},  # from the words that this manager wrote
    Action.SEE_DANGER_ALERT: {PSYCHOLOGIST: Whose.TOLD, MANAGER: Whose.ALL, SENIOR: Whose.ALL},
    Action.SAY_SAFE: {CLIENT: Whose.OWN},
    Action.ADD_TO_DANGER_ALERT: {CLIENT: Whose.OWN},
    Action.USE_KEPT_WORDS: {CLIENT: Whose.OWN, MANAGER: Whose.OWN},
    Action.CHANGE_SETTINGS: {CLIENT: Whose.OWN},
    Action.MANAGE_STAFF: {MANAGER: Whose.STAFF},
    Action.SEE_DIGEST: {MANAGER: Whose.OWN},  # reckoned for each reader (law 7)
    Action.SEE_SCHEDULE: {PSYCHOLOGIST: Whose.OWN_CLIENTS, MANAGER: Whose.ALL},
    Action.IMPORT: {MANAGER: Whose.ALL},
    Action.LOCK_SCREEN: {PSYCHOLOGIST: Whose.OWN, MANAGER: Whose.OWN, SENIOR: Whose.OWN},
    Action.OWN_CASE: {CLIENT: Whose.OWN},
    # Law 7: a role alone opens no case. The client must have named this very person.
    Action.READ_CASE: {
        PSYCHOLOGIST: Whose.NAMED,
        MANAGER: Whose.NAMED,
        SENIOR: Whose.NAMED,
    },
    # No role and no case opens it either, but the client's yes to these very words.
    Action.BE_HEARD: {
        PSYCHOLOGIST: Whose.HEARD,
        MANAGER: Whose.HEARD,
        SENIOR: Whose.HEARD,
    },
    Action.SET_HOMEWORK: {PSYCHOLOGIST: Whose.OWN_CLIENTS},
    Action.ANSWER_HOMEWORK: {CLIENT: Whose.OWN},
    Action.SEE_HOMEWORK_NOTE: {PSYCHOLOGIST: Whose.OWN_CLIENTS},
    Action.OWN_NOTE: {CLIENT: Whose.OWN},
    Action.SEE_NOTE: {PSYCHOLOGIST: Whose.OWN_CLIENTS},
    Action.SET_AWAY: {PSYCHOLOGIST: Whose.OWN, MANAGER: Whose.ALL, SENIOR: Whose.OWN},
    Action.ASK_DUTY: {MANAGER: Whose.ALL},
    Action.ANSWER_DUTY: {PSYCHOLOGIST: Whose.OWN, MANAGER: Whose.OWN, SENIOR: Whose.OWN},
    Action.END_DUTY: {PSYCHOLOGIST: Whose.OWN, MANAGER: Whose.ALL, SENIOR: Whose.OWN},
    Action.CLEAR_DANGER_ALERT: {PSYCHOLOGIST: Whose.TOLD, MANAGER: Whose.ALL, SENIOR: Whose.ALL},
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
    if not may(roles, action):
        return None
    row = db.get(table, row_id)
    if row is None or _is_kept_from(db, asker, row):
        return None
    client_id, psychologist_id = _belongs_to(db, row)
    for role in roles:
        match MATRIX[action].get(role):
            case Whose.ALL:
                return row
            case Whose.OWN if client_id == asker.id:
                return row
            case Whose.OWN_CLIENTS if psychologist_id == asker.id:
                return row
            case Whose.NAMED if isinstance(row, Case) and cases.may_read(db, row, asker.id):
                return row
            case Whose.HEARD if isinstance(row, CaseEntry) and case_entries.may_be_heard(
                db, row, asker.id
            ):
                return row
            case Whose.STAFF if isinstance(row, Person) and people.roles_of(db, row) & STAFF:
                return row
            case Whose.TOLD if isinstance(row, DangerAlert) and told.was_told(
                db, asker.id, row.topic
            ):
                return row
    return None


def _is_kept_from(db: Session, asker: Person, row: SQLModel) -> bool:
    """Whether the row is one of those that this very person never sees, whatever their roles."""
    return isinstance(row, DangerAlert) and asker.id in danger_alerts.kept_from(db, row)


def _belongs_to(db: Session, row: SQLModel) -> tuple[int | None, int | None]:
    """(client, psychologist) of a row; of a row of staff's, (whose it is, nobody)."""
    match row:
        case TherapySession() | Homework() | HomeworkNote():
            return row.client_id, row.psychologist_id
        case Sharing():
            return row.client_id, None
        case CheckIn():  # whose client it is opens nothing that isn't shared
            return row.client_id, check_ins.shown_to(db, row)
        case Note():  # whose client it is opens nothing that wasn't shown
            return row.client_id, notes.visible_to(db, row)
        case Person():
            return row.id, row.psychologist_id
        case DangerAlert() | DangerQuestion() | KeptWords() | DutyRow():
            return row.person_id, None
        case Case() | TimeRequest():  # a wish is in words meant for the office
            return row.client_id, None
        case ImportFile() | CaseEntry():
            return None, None
        case _:
            raise TypeError(f"access to {row.__tablename__} rows was never decided")
