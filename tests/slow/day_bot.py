"""Our program through the day: set up, and counted from what people saw and what was kept."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from sqlmodel import Session, select

from bot.clock import Clock
from bot.records import (
    bookings,
    case_entries,
    encryption,
    invitations,
    people,
    schema,
)
from bot.records.case_entries import EntryKind
from bot.records.cases import Case, CaseState
from bot.records.check_ins import CheckIn, CheckInState
from bot.records.database import Database
from bot.records.encryption import Keyring
from bot.records.people import Person, Role
from bot.records.sharings import SharedKind, Sharing
from bot.records.therapy_sessions import TherapySession
from tests.practice import KEY, WITH_QUESTIONS
from tests.slow.counting import Figures, Seen, compare_screen, missing_and_surplus
from tests.slow.databases import look, looking
from tests.slow.day_script import (
    ALERT,
    CLIENTS,
    MANAGERS,
    PSYCHOLOGIST,
    SHARER,
    Client,
    steps_of_case,
    steps_of_client,
    steps_of_psychologist,
)
from tests.slow.our_program import OurProgram
from tests.slow.stream import Act, Step
from tests.slow.telegram_process import (
    TelegramProcess,
    killed_in_the_end,
    stop_in_peace,
    wait_until,
)

FIRST_STEPS = (
    ("Yes, it's just me", "Who sees what:"),
    (WITH_QUESTIONS, "Good."),
    ("That's fine", "One last thing"),
)
# Two check-ins fall due at once, and two more a little later.
ASKED_AFTER = (timedelta(seconds=8), timedelta(seconds=14))
MEETS_AGAIN = timedelta(hours=6)  # nothing is due before it while the test runs


class DayBot(OurProgram):
    """The real program, with the people of the script."""

    def __init__(self, database_url: str, folder: Path) -> None:
        super().__init__(database_url, folder)
        self._accounts: dict[str, int] = {}

    def prepare(self, telegram: TelegramProcess) -> dict[str, int]:
        """Everybody is connected and welcomed, and soon the check-ins fall due; their accounts."""
        codes = self._fill()
        self._accounts = accounts = {name: telegram.add_person(name) for name in codes}
        for name, code in codes.items():
            telegram.types(accounts[name], f"/start {code}")
        clients = [accounts[each.name] for each in CLIENTS]
        with killed_in_the_end(self.start(telegram)) as program:
            self.wait_for(telegram, list(accounts.values()), "Hello")
            for label, answer in FIRST_STEPS:
                for person_id in clients:
                    telegram.taps(person_id, label)
                self.wait_for(telegram, clients, answer)
            wait_until(lambda: self.is_idle(telegram), "everybody is welcomed")
            stop_in_peace(program)
        self._let_sessions_end()
        self.remember(telegram)
        return accounts

    def _fill(self) -> dict[str, str]:
        encryption.use_keyring(Keyring.parse(KEY))
        now = Clock().now()
        database = Database(self.url)
        schema.upgrade(database)
        with database.transaction() as db:
            okafor = people.add(db, name=PSYCHOLOGIST, roles=[Role.PSYCHOLOGIST], now=now)
            everybody: list[Person] = [okafor]
            for name in MANAGERS:
                everybody.append(people.add(db, name=name, roles=[Role.MANAGER], now=now))
            for client in CLIENTS:
                everybody.append(
                    people.add_client(
                        db, name=client.name, psychologist=okafor, external_id=None, now=now
                    )
                )
            codes = {person.name: invitations.invite(db, person, now) for person in everybody}
        database.close()
        return codes

    def _let_sessions_end(self) -> None:
        """Each client has had a session, about which they will soon be asked."""
        now = Clock().now()
        with looking(self.url) as db:
            okafor = people.named(db, PSYCHOLOGIST)[0]
            for number, client in enumerate(CLIENTS):
                session = TherapySession(
                    client_id=people.named(db, client.name)[0].id,
                    psychologist_id=okafor.id,
                    starts_at=now - timedelta(hours=4),
                    minutes=50,
                    created_at=now - timedelta(days=1),
                    check_in_at=now + ASKED_AFTER[number // 2],
                )
                bookings.add(db, session)
            upcoming = TherapySession(
                client_id=people.named(db, SHARER.name)[0].id,
                psychologist_id=okafor.id,
                starts_at=now + MEETS_AGAIN,
                minutes=50,
                created_at=now - timedelta(days=1),
            )
            bookings.add(db, upcoming)

    # --- counting

    def count(
        self,
        telegram: TelegramProcess,
        acts: Sequence[Act],
        numbers: Mapping[Client, int],
        kills: int,
    ) -> Figures:
        kept = look(self.url)
        assert self._before is not None, "prepare comes first"
        worked = [act for act in acts if kept.has_done(act.update_id)]
        audited = [
            (act.person_id, action)
            for act in worked
            for action in (act.step.audited, *act.step.also_audited)
            if action
        ]
        unaudited, audited_twice = missing_and_surplus(
            audited, kept.audit[len(self._before.audit) :]
        )
        not_kept, kept_twice = missing_and_surplus(self._to_be_kept(), self._kept())
        answered_twice = sum(
            max(0, len(kept.replies_to(act.update_id, act.person_id)) - act.step.replies)
            for act in worked
        )
        seen = self._seen(telegram, numbers)
        return Figures(
            who=f"{self.name}, the day",
            kills=kills,
            updates=len(acts),
            never_processed=len(acts) - len(worked) + unaudited + not_kept,
            processed_twice=audited_twice + kept_twice + answered_twice,
            replies_lost=seen.lost,
            duplicates=seen.repeated,
            wrong_replies=seen.wrong,
            in_flight=len(self._struck.taken),
            struck=str(self._struck),
        )

    # what people see

    def _seen(self, telegram: TelegramProcess, numbers: Mapping[Client, int]) -> Seen:
        shown = telegram.shown(self._accounts[PSYCHOLOGIST], self._calls_before)
        seen = _compare(steps_of_psychologist(), shown)
        for client in CLIENTS:
            shown = telegram.shown(self._accounts[client.name], self._calls_before)
            seen += _compare(steps_of_client(client), shown)
        for name in MANAGERS:
            shown = telegram.shown(self._accounts[name], self._calls_before)
            seen += compare_managers(
                shown, {each: number for each, number in numbers.items() if each.manager == name}
            )
        return seen

    # what is kept

    def _to_be_kept(self) -> list[Hashable]:
        facts: list[Hashable] = [(SHARER.name, SharedKind.CHECK_INS, True, True)]
        for client in CLIENTS:
            facts += [
                (client.name, CheckInState.ANSWERED, client.answers),
                (client.name, CaseState.TAKEN, client.manager),
                (client.name, client.name, EntryKind.SENTENCE, client.sentence),
                (client.name, client.name, EntryKind.WORDS, client.words),
                (client.name, client.manager, EntryKind.ANSWER, client.answer),
                (client.name, client.name, EntryKind.WORDS, client.reply),
            ]
        return facts

    def _kept(self) -> list[Hashable]:
        with looking(self.url) as db:
            return [*_kept_check_ins(db), *_kept_cases(db), *_kept_sharings(db)]


def _kept_sharings(db: Session) -> list[Hashable]:
    return [
        (people.get(db, row.client_id).name, row.kind, bool(row.given_at), bool(row.revoked_at))
        for row in db.exec(select(Sharing)).all()
    ]


def _kept_check_ins(db: Session) -> list[Hashable]:
    return [
        (people.get(db, row.client_id).name, row.state, tuple(row.answers.values()))
        for row in db.exec(select(CheckIn)).all()
    ]


def _kept_cases(db: Session) -> list[Hashable]:
    names = dict(db.exec(select(Person.id, Person)).all())
    facts: list[Hashable] = []
    for case in db.exec(select(Case)).all():
        client = names[case.client_id].name
        facts.append((client, case.state, names[case.taken_by].name if case.taken_by else None))
        for entry in case_entries.of_case(db, case):
            assert entry.sent_at is not None, "nothing was left unsent"
            facts.append((client, names[entry.by_id].name, entry.kind, entry.text))
    return facts


def _compare(steps: Sequence[Step], shown: Sequence[str]) -> Seen:
    expected = [text for step in steps for text in (*step.after, step.answer)]
    return compare_screen(expected, shown, ahead=len(expected))


def compare_managers(shown: Sequence[str], numbers: Mapping[Client, int]) -> Seen:
    """Each case by itself: its messages name it or the client. Alerts name neither."""
    alerts = [text for text in shown if ALERT in text]
    surplus = len(alerts) - len(numbers)
    seen = Seen(lost=max(0, -surplus), repeated=max(0, surplus))
    rest = [text for text in shown if ALERT not in text]
    for client, number in numbers.items():
        of_case = [t for t in rest if client.first_name in t or f"C-{number}" in t]
        rest = [text for text in rest if text not in of_case]
        answered, read = steps_of_case(client, number)
        seen += _compare([*answered, *read], of_case)
    return seen + Seen(wrong=len(rest))
