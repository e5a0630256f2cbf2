"""Law 7: whom the client did not name sees nothing of a case, whatever they tap; nor a name withheld."""

import inspect
from collections.abc import Callable

import pytest
from sqlmodel import select

from bot.records.audit import AuditEntry
from bot.records.cases import Case
from bot.records.people import Role, RoleHeld, Telephone
from conversations import ALL
from tests.clock import melbourne
from tests.conftest import Opener
from tests.conversations.concerns import (
    IF_AWAY,
    MARIA,
    WORDS,
    alert,
    answer,
    case_of,
    close,
    entries_of,
    hear,
    readers_of,
    send,
    take,
)
from tests.practice import Cast, Practice, Someone

OF_CASES = [each for each in ALL if each.name.startswith(("concern", "case", "taking"))]
# Taps that begin something of one's own, or say what nobody's row is needed for.
ONE_S_OWN = {"concern:to", "concern:write", "concern:not_now", "concern:begin", "concern_call:who"} | {
    "concern_call:by", "concern_call:by_with", "cases:hide", "case_heard:leave",
    "concern:to_about", "concern:about", "concern:others", "concern_call:who_about",
    "concern_call:for", "concern_outside:show",
}  # fmt: skip
SECRETS = (WORDS, "Anna", "Dear", "C-1001", "0400", "looks after", "is closed", "is sent already")
STATES: dict[str, tuple[Callable[[Cast], None], ...]] = {
    "sent": (send,),
    "answered": (take, lambda cast: answer(cast, "Dear Anna")),
    "closed": (take, close),
}


def taps() -> list[str]:
    """Every tap of these conversations, with arguments that point at case 1 and its first entry."""
    found = []
    for conversation in OF_CASES:
        for name, handler in conversation.taps.items():
            tap = f"{conversation.name}:{name}"
            count = len(inspect.signature(handler).parameters) - 1
            if tap not in ONE_S_OWN:
                found.append(":".join(["1", tap, *["1"] * count]))
    return found


def state_of(practice: Practice) -> list[object]:
    case = case_of(practice)
    return [
        case.model_dump(),
        [entry.model_dump() for entry in entries_of(practice)],
        [reader.model_dump() for reader in readers_of(practice)],
    ]


def everybody_else(cast: Cast) -> list[Someone]:
    stranger = cast.practice.account("Somebody")
    stranger.types("hello")
    return [cast.ben, cast.okafor, cast.lindqvist, stranger]


@pytest.mark.parametrize("state", STATES)
def test_no_tap_shows_or_changes_a_case_for_whom_it_is_not(welcomed: Cast, state: str) -> None:
    for act in STATES[state]:
        act(welcomed)
    before = state_of(welcomed.practice)
    others = everybody_else(welcomed)
    hear(welcomed)
    for someone in others:
        someone.hears()
        for data in taps():
            someone.account.presses_data(data)
        welcomed.practice.settle()
        heard = someone.hears()
        assert len(heard) == len(taps())
        assert not [text for text in heard for secret in SECRETS if secret in text]
        someone.types("/cases")
        assert not [text for text in someone.hears() if "C-1" in text]
    assert state_of(welcomed.practice) == before
    assert welcomed.anna.hears() == welcomed.maria.hears() == []


@pytest.mark.parametrize("who", ["okafor", "lindqvist", "ben"])
def test_a_case_that_isn_t_theirs_is_answered_like_one_that_isn_t_there(
    welcomed: Cast, who: str
) -> None:
    take(welcomed)
    someone: Someone = getattr(welcomed, who)
    for there in taps():
        not_there = ":".join([*there.split(":")[:3], "987654", *there.split(":")[4:]])
        someone.account.presses_data(there)
        someone.account.presses_data(not_there)
    welcomed.practice.settle()
    heard = someone.hears()
    assert len(heard) == 2 * len(taps())
    assert heard[0::2] == heard[1::2]


@pytest.mark.parametrize("number", ["0", "2147483648", "1:1:1:1:1"])
def test_hostile_numbers_are_answered_and_change_nothing(welcomed: Cast, number: str) -> None:
    take(welcomed)
    before = state_of(welcomed.practice)
    for someone in (welcomed.anna, welcomed.maria):
        someone.hears()
        for data in {":".join([*each.split(":")[:3], number]) for each in taps()}:
            if len(data.encode()) <= 64:
                someone.account.presses_data(data)
        for tap in ("case_times:day:1:1", "case_times:time:1:1", "case_closing:outcome:1"):
            someone.account.presses_data(f"1:{tap}:{number}")
        welcomed.practice.settle()
        assert not [text for text in someone.hears() if "Something went wrong" in text]
    assert state_of(welcomed.practice)[1:] == before[1:]


def test_without_a_name_staff_never_see_one(welcomed: Cast) -> None:
    alert(welcomed, by="Send without my name")
    welcomed.maria.taps("Open")
    welcomed.maria.sees("From a client (name not shown) · about Dr Okafor")
    welcomed.maria.taps("I'll take it")
    answer(welcomed, "Dear you")
    welcomed.maria.presses_data("1:case_answers:note:1")
    welcomed.maria.types("a note")
    welcomed.maria.presses_data("1:case_answers:leave:1")
    welcomed.maria.taps("Send")
    welcomed.anna.taps("Yes, you may")
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Add to it")
    welcomed.anna.types("more")
    welcomed.practice.wait_until(melbourne("2026-12-04 17:00"))
    close(welcomed)
    welcomed.practice.wait(days=8)
    bubbles = [each for each in welcomed.maria.account.screen if each.by_bot]
    seen = "\n".join(text for each in bubbles for text in (each.text, *each.labels))
    assert "It's yours. The client now reads" in seen
    assert "Anna" not in seen and "Brown" not in seen
    assert ". the client" not in seen and "\nthe client" not in seen


def test_without_a_name_an_answer_that_never_arrives_names_nobody_in_the_case(
    welcomed: Cast,
) -> None:
    take(welcomed, by="Send without my name")
    welcomed.anna.account.deletes_account()
    answer(welcomed, "Dear you")
    about_it = [text for text in welcomed.maria.hears() if "C-1001" in text]
    assert "C-1001: a message to the client didn't arrive here." in about_it
    assert not [text for text in about_it if "Anna" in text]


def test_a_subject_who_is_a_manager_too_hears_of_nothing(
    sqlite_url: str, open_practice: Opener
) -> None:
    """Neither the case, nor that an alert about it could not be delivered to somebody."""
    practice = open_practice(sqlite_url)
    cast = Cast(practice)
    cast.welcome()
    with practice.database.transaction() as db:
        db.add(RoleHeld(person_id=cast.okafor_row.id, role=Role.MANAGER))
    send(cast)
    assert not [
        label for label in cast.anna.sees("Who should hear it?").labels if "Okafor, p" in label
    ]
    practice.wait(minutes=1)
    cast.maria.taps("Open")
    cast.maria.taps("I'll take it")
    cast.okafor.types("/cases")
    assert cast.okafor.hears() == ["Nothing waits for you."]
    practice.wait(days=5)
    assert cast.okafor.hears() == []


def test_on_a_telephone_that_others_see_only_a_neutral_line_comes_by_itself(
    welcomed: Cast,
) -> None:
    with welcomed.practice.database.transaction() as db:
        case_client = db.get(type(welcomed.anna_row), welcomed.anna_row.id)
        assert case_client is not None
        case_client.telephone = Telephone.SHARED
    alert(welcomed)
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 15:00"))
    assert welcomed.anna.hears() == ["There's news for you."]
    welcomed.anna.taps("See it")
    assert "Let Dr Lindqvist read it" in welcomed.anna.labels
    welcomed.maria.taps("Open")
    welcomed.maria.taps("I'll take it")
    welcomed.maria.presses_data("1:case_answers:leave:1")
    welcomed.maria.taps("Send")
    assert welcomed.anna.hears()[-1] == "There's an answer for you."
    welcomed.anna.taps("See it")
    welcomed.anna.sees("«May I talk with Dr Okafor about this?")
    assert welcomed.anna.labels[:2] == ["Yes, you may", "No, please don't"]
    close(welcomed)
    welcomed.anna.hears()
    welcomed.practice.wait(days=9)
    assert welcomed.anna.hears() == []


def test_who_was_named_in_case_somebody_is_away_sees_nothing_before_being_asked(
    welcomed: Cast,
) -> None:
    alert(welcomed, by=IF_AWAY)
    welcomed.lindqvist.presses_data("1:cases:open:1")
    welcomed.lindqvist.types("/cases")
    assert welcomed.lindqvist.hears() == [
        "I can't find that any more. It may have been taken back.",
        "Nothing waits for you.",
    ]


def test_opening_taking_sending_and_closing_are_in_the_audit(welcomed: Cast) -> None:
    take(welcomed)
    answer(welcomed, "Dear Anna")
    close(welcomed)
    with welcomed.practice.look() as db:
        rows = db.exec(select(AuditEntry).where(AuditEntry.subject == Case.__tablename__)).all()
    did = {(row.action, row.person_id) for row in rows}
    anna, maria = welcomed.anna_row.id, welcomed.maria_row.id
    assert {("begin case", anna), ("send case", anna)} <= did
    assert {
        (what, maria) for what in ("open case", "take case", "send answer", "close case")
    } <= did


def test_logs_and_bare_alerts_carry_no_words_and_no_names(
    welcomed: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    take(welcomed, by=IF_AWAY)
    answer(welcomed, "Dear Anna")
    welcomed.practice.wait(days=5)
    logged = capsys.readouterr().out
    assert not [secret for secret in (WORDS, "Anna", "Brown", "Okafor", "Dear") if secret in logged]
    alerts = [each for each in welcomed.maria.account.screen if "Open" in each.labels]
    assert alerts
    assert not [each for each in alerts if "Anna" in each.text or "Okafor" in each.text]


def test_what_is_shown_of_a_case_can_t_be_forwarded_and_goes_after_ten_minutes(
    welcomed: Cast,
) -> None:
    alert(welcomed)
    welcomed.maria.taps("Open")
    shown = welcomed.maria.sees(f"«{WORDS}»")
    assert shown.protected
    welcomed.practice.wait(minutes=10)
    welcomed.maria.sees_nothing_of(WORDS)
    assert MARIA not in shown.text
