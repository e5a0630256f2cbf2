"""An item of each kind that can be shared, and by which rights each is seen."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, SQLModel

from bot.records import access, brought_notes, check_ins, shown_answers
from bot.records.access import Action
from bot.records.check_ins import CheckIn
from bot.records.homework import Homework, HomeworkState
from bot.records.notes import TO_BRING, Note, NoteState
from bot.records.people import Person, Role
from bot.records.sharings import SharedKind
from bot.rules.alliance import judge
from bot.rules.questionnaire import OUR_OWN
from tests.records.rows import DAY, NOW, assign, book

AT_LAST = NOW + 4 * DAY


def check_in(db: Session, client: Person, at: datetime) -> CheckIn:
    row = check_ins.ask(db, book(db, client, starts_at=at), OUR_OWN, at)
    for name in OUR_OWN.names:
        check_ins.answer(row, name, 8)
    check_ins.settle(row, judge(row.answers, []), at)
    db.flush()
    return row


def homework(db: Session, client: Person, at: datetime) -> Homework:
    """Done, and told that it is seen if it is."""
    row = assign(db, client)
    row.state, row.answered_at, row.added = HomeworkState.DONE, at, "It went well."
    row.revision += 1
    shown_answers.let_see(db, row, at)
    db.flush()
    return row


def note(db: Session, client: Person, at: datetime) -> Note:
    """One that she let be seen; that alone opens nothing, if notes aren't shared."""
    assert client.psychologist_id is not None, "she sees somebody"
    row = brought_notes.begin(db, client, client.psychologist_id, sorted(TO_BRING, key=str)[0], at)
    brought_notes.write(db, row, "What I need.", at, anew=False)
    row.state, row.shared_at = NoteState.KEPT, at
    db.flush()
    return row


@dataclass(frozen=True)
class Way:
    """How items of a kind are made, and by which rights they are seen."""

    make: Callable[[Session, Person, datetime], CheckIn | Homework | Note]
    table: type[SQLModel]
    by_client: Action
    by_staff: Action


WAYS = {
    SharedKind.CHECK_INS: Way(check_in, CheckIn, Action.SEE_CHECK_IN, Action.SEE_CHECK_IN),
    SharedKind.HOMEWORK: Way(homework, Homework, Action.ANSWER_HOMEWORK, Action.SEE_HOMEWORK_NOTE),
    SharedKind.NOTES: Way(note, Note, Action.OWN_NOTE, Action.SEE_NOTE),
}


def sees(
    db: Session,
    asker: Person,
    roles: Collection[Role],
    kind: SharedKind,
    item: CheckIn | Homework | Note,
) -> bool:
    """Through access, as every tap goes; of homework, whether it shows an answer."""
    way, is_client = WAYS[kind], Role.CLIENT in roles
    action = way.by_client if is_client else way.by_staff
    if access.reach(db, asker, roles, action, way.table, item.id) is None:
        return False
    if is_client or not isinstance(item, Homework):
        return True
    return shown_answers.visible_answer(db, item, AT_LAST) is not None
