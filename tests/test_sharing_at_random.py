"""A client who shares, ends, keeps back and moves at any moment: nothing is seen that isn't covered then."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from bot.records import access, brought_notes, check_ins, homework, notes, people, shown_answers
from bot.records.access import Action
from bot.records.check_ins import CheckIn
from bot.records.homework import Homework
from bot.records.notes import TO_BRING, Note, NoteState
from bot.records.people import Role
from bot.records.sharings import SharedKind
from bot.rules.alliance import judge
from bot.rules.questionnaire import OUR_OWN
from bot.turn import Turn
from tests.loops.prepared import Town
from tests.practice import Someone
from tests.records.rows import DAY, book
from tests.sharing_oracle import ALL_SO_FAR, Item, Oracle

CHANGED = "This changed a moment ago. Open it again."
READERS = ("okafor", "adler")


# --- the practice, and each thing that can happen in it


class Stage:
    """Acts go through the front door and leave what is to be sent waiting until `send`."""

    def __init__(self, town: Town) -> None:
        self.town, self.oracle, self.step = town, Oracle(), 0
        town.adler = town.join(town.add_staff("Dr Adler", Role.PSYCHOLOGIST), "Dr Adler")  # type: ignore[attr-defined]  # one more than the cast
        with town.look() as db:
            self.ids = {
                name: people.named(db, full)[0].id
                for name, full in (
                    ("okafor", "Dr Okafor"), ("adler", "Dr Adler"), ("anna", "Anna Brown"),
                )
            }  # fmt: skip
        self.accounts: dict[str, Someone] = {
            "okafor": town.okafor, "adler": town.adler, "anna": town.anna, "maria": town.maria,  # type: ignore[attr-defined]  # as above
        }  # fmt: skip
        town.settle()
        for someone in self.accounts.values():
            someone.hears()
        self.opened: set[str] = set()
        self.is_refused = False

    def begin_step(self) -> None:
        self.step += 1
        self.town.hand.wait(1)

    def presses(self, name: str, data: str) -> None:
        self.accounts[name].account.presses_data(f"1:{data}")
        self.town.do("receive", "work")

    def items(self, *kinds: SharedKind) -> list[Item]:
        return [item for item in self.oracle.items if item.kind in kinds]

    # --- Anna

    def grant(self, kind: SharedKind, *, covers_all: bool) -> None:
        tap = "all" if covers_all else "from_now"
        self.presses("anna", f"sharing:{tap}:{kind.value}:{self.ids[self.oracle.reader]}")
        before = self.oracle.yes.get(kind)
        if before is None or (before == ALL_SO_FAR) is not covers_all:
            self.oracle.yes[kind] = ALL_SO_FAR if covers_all else self.step

    def revoke(self, kind: SharedKind) -> None:
        self.presses("anna", f"sharing:off:{kind.value}")
        self.oracle.yes.pop(kind, None)

    def end_and_move(self) -> None:
        old = self.oracle.reader
        new = next(each for each in READERS if each != old)
        ids = f"{self.ids['anna']}:{self.ids[old]}:{self.ids[new]}"
        self.presses("maria", f"client_psychologist:set:{ids}:0:0")
        self.oracle.reader = new
        self.oracle.yes.clear()

    def answer_homework(self) -> None:
        with self.town.database.transaction() as db:
            now, anna = self.town.hand.now(), people.get(db, self.ids["anna"])
            reader_id = self.ids[self.oracle.reader]
            row = homework.draft(
                db, client=anna, psychologist_id=reader_id, task="Go out.", now=now - DAY
            )
            assert homework.set_it(db, row, now + 5 * DAY, None, now - DAY)
            row_id = row.id
        mark = f"<h{row_id}>"
        self.presses("anna", f"homework:done:{row_id}")
        self.presses("anna", f"homework_added:add:{row_id}")
        self.town.anna.account.types(mark)
        self.town.do("receive", "work")
        self._made(SharedKind.HOMEWORK, row_id, mark)

    def answer_check_in(self) -> None:
        with self.town.database.transaction() as db:
            now, anna = self.town.hand.now(), people.get(db, self.ids["anna"])
            row = check_ins.ask(db, book(db, anna, now - DAY), OUR_OWN, now)
            for name in OUR_OWN.names:
                check_ins.answer(row, name, 8)
            check_ins.settle(row, judge(row.answers, []), now)
            db.flush()
            row_id = row.id
        self._made(SharedKind.CHECK_INS, row_id, f"<c{row_id}>")

    def share_note(self) -> None:
        """The first one that she lets be seen is the yes to notes."""
        with self.town.database.transaction() as db:
            now, anna = self.town.hand.now(), people.get(db, self.ids["anna"])
            kind = sorted(TO_BRING, key=str)[0]
            row = brought_notes.begin(db, anna, self.ids[self.oracle.reader], kind, now)
            brought_notes.write(db, row, "what I need", now, anew=False)
            row.state = NoteState.KEPT
            brought_notes.share(db, row, "test", now)
            row_id = row.id
        self.oracle.yes.setdefault(SharedKind.NOTES, self.step)
        self._made(SharedKind.NOTES, row_id, f"<n{row_id}>")

    def _made(self, kind: SharedKind, row_id: int, mark: str) -> None:
        self.oracle.items.append(Item(kind, row_id, mark, self.oracle.reader, self.step))

    def keep(self, chosen: int) -> None:
        if not self.oracle.items:
            return
        item = self.oracle.items[chosen % len(self.oracle.items)]
        match item.kind:
            case SharedKind.HOMEWORK:
                self.presses("anna", f"homework_sharing:keep:{item.row_id}")
            case SharedKind.CHECK_INS:
                self.presses("anna", f"check_in:keep:{item.row_id}")
            case SharedKind.NOTES:
                with self.town.database.transaction() as db:
                    notes.keep_private(db, db.get_one(Note, item.row_id), self.town.hand.now())
        item.is_kept = True

    def let_see(self, chosen: int) -> None:
        """One that was kept back; old buttons of others change nothing of theirs."""
        items = self.items(SharedKind.HOMEWORK, SharedKind.CHECK_INS)
        if not items:
            return
        item = items[chosen % len(items)]
        stands = self.oracle.yes.get(item.kind)
        is_theirs = item.reader == self.oracle.reader and stands is not None
        if item.kind is SharedKind.HOMEWORK:
            self.presses("anna", f"homework_seen:let_see:{item.row_id}")
            if is_theirs:
                if item.is_kept or not self.oracle.is_seen(item, item.reader):
                    item.told = self.step
                item.is_kept = False
        else:
            self.presses("anna", f"check_in:let_see:{item.row_id}")
            if is_theirs and stands is not None and item.told >= stands:
                item.is_kept = False

    # --- who reads

    def open_page(self, reader: str) -> None:
        self.presses(reader, f"client_page:open:{self.ids['anna']}")
        self.opened.add(reader)

    def open_all(self, reader: str) -> None:
        """All that access lets them see now, in one message: no more than that, and no less."""
        with self.town.database.transaction() as db:
            marks = self._reached(db, reader)
            account_id = self.accounts[reader].account.account.id
            turn = Turn(
                db=db, now=self.town.hand.now(), practice=self.town.app.work.practice,
                chat_id=account_id, origin=f"all:{self.step}",
                somebody=people.get(db, self.ids[reader]),
            )  # fmt: skip
            text = " ".join(["All:", *sorted(marks)])
            turn.say_protected(text, shows_client_id=self.ids["anna"], priority=1)
        assert marks == self.oracle.seen_by(reader)
        event(f"{len(marks)} seen at once")

    def _reached(self, db: Session, reader: str) -> set[str]:
        asker = people.get(db, self.ids[reader])
        roles = people.roles_of(db, asker)
        found = set()
        for item in self.oracle.items:
            match item.kind:
                case SharedKind.CHECK_INS:
                    row: object = access.reach(
                        db, asker, roles, Action.SEE_CHECK_IN, CheckIn, item.row_id
                    )
                case SharedKind.NOTES:
                    row = access.reach(db, asker, roles, Action.SEE_NOTE, Note, item.row_id)
                case SharedKind.HOMEWORK:
                    theirs = access.reach(
                        db, asker, roles, Action.SEE_HOMEWORK_NOTE, Homework, item.row_id
                    )
                    row = theirs and shown_answers.visible_answer(db, theirs, self.town.hand.now())
            if row is not None:
                found.add(item.mark)
        return found

    # --- what arrives

    def refuse(self, reader: str) -> None:
        """The next message to them waits for another try."""
        chat_id = self.accounts[reader].account.account.id
        self.town.telegram.faults.fail("too_many_requests", chat_id=chat_id, retry_after=3)
        self.town.do("send")
        self.check_what_arrived()

    def restart(self) -> None:
        self.town.start()

    def send(self) -> None:
        self.town.wait(seconds=30)
        heard = self.check_what_arrived()
        for reader in self.opened:
            assert heard[reader], "each tap has an answer"
        self.opened.clear()

    def check_what_arrived(self) -> dict[str, list[str]]:
        """Nothing else has happened since it was sent: it must be covered at this instant."""
        heard = {reader: self.accounts[reader].hears() for reader in READERS}
        for reader, texts in heard.items():
            covered = self.oracle.seen_by(reader)
            for text in texts:
                marks = {item.mark for item in self.oracle.items if item.mark in text}
                assert marks <= covered, (text, covered)
                event("withdrawn" if text == CHANGED else "arrived")
            if texts:
                self.opened.discard(reader)
        return heard


Act = Callable[[Stage], None]
KINDS, READER = st.sampled_from(SharedKind), st.sampled_from(READERS)
NUMBERS = st.integers(0, 9)


def grant(kind: SharedKind, covers_all: bool) -> Act:
    return lambda stage: stage.grant(kind, covers_all=covers_all)


def with_number(act: Callable[[Stage, int], None], number: int) -> Act:
    return lambda stage: act(stage, number)


def with_reader(act: Callable[[Stage, str], None], reader: str) -> Act:
    return lambda stage: act(stage, reader)


def while_it_waits(act: Act, is_refused: bool) -> Act:
    """Whoever may see most opens all of it, and this happens before it is sent, or tried again."""

    def acts(stage: Stage) -> None:
        reader = stage.oracle.reader
        stage.open_all(reader)
        if is_refused:
            stage.refuse(reader)
        stage.begin_step()
        act(stage)
        stage.begin_step()
        stage.send()

    return acts


LESSENING: st.SearchStrategy[Act] = st.one_of(
    st.builds(lambda kind: lambda stage: stage.revoke(kind), KINDS),
    st.builds(with_number, st.just(Stage.keep), NUMBERS),
    st.builds(grant, KINDS, st.just(False)),
    st.just(Stage.end_and_move),
)
ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(grant, KINDS, st.booleans()),
    st.sampled_from([Stage.answer_homework, Stage.answer_check_in, Stage.share_note]),
    LESSENING,
    st.builds(with_number, st.just(Stage.let_see), NUMBERS),
    st.builds(with_reader, st.sampled_from([Stage.open_page, Stage.open_all]), READER),
    st.builds(with_reader, st.just(Stage.refuse), READER),
    st.sampled_from([Stage.restart, Stage.send]),
    st.builds(while_it_waits, LESSENING, st.booleans()),
)
FIRST: st.SearchStrategy[list[Act]] = st.permutations(
    [Stage.answer_homework, Stage.answer_check_in, Stage.share_note]
    + [
        grant(kind, covers_all)
        for kind, covers_all in zip(SharedKind, (False, True, True), strict=True)
    ]
)


@given(FIRST, st.lists(ACTS, min_size=2, max_size=14))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_is_seen_or_sent_that_isn_t_covered_at_that_instant(
    practice_file: Path, first: list[Act], acts: list[Act]
) -> None:
    with closing(Town(practice_file)) as town:
        stage = Stage(town)
        for act in [*first, *acts]:
            stage.begin_step()
            act(stage)
        stage.begin_step()
        for reader in READERS:
            stage.open_all(reader)
        stage.send()
