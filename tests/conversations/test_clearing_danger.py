"""Closing an alert: staff only, with a line for the file; nothing that is written for it is lost."""

from collections.abc import Callable

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from bot.records import duties
from bot.records.audit import AuditEntry
from bot.records.danger_alerts import DangerAlert
from bot.records.people import Role, RoleHeld
from bot.staff_changes import RoleChange, change_roles
from tests.conversations.duty_stories import agreed
from tests.practice import Cast

WORDS = "i cant do this anymore i have the pills here"
LINE = "Talked at 10:20, with her sister now"
ASKS = "What was done? Write a line for the file; the message is closed with it, and not before."


@pytest.fixture
def opened(welcomed: Cast) -> Cast:
    """Anna wrote words of danger, and Maria has opened them."""
    welcomed.anna.types(WORDS)
    welcomed.maria.taps("Open")
    return welcomed


def alert_of(cast: Cast) -> DangerAlert:
    with cast.practice.look() as db:
        alert = db.get(DangerAlert, 1)
        assert alert is not None
        return alert


def is_open(cast: Cast) -> bool:
    return alert_of(cast).cleared_at is None


def test_it_is_closed_with_the_line_and_not_before_and_the_client_hears_nothing(
    opened: Cast,
) -> None:
    opened.anna.hears()
    opened.maria.taps("Dealt with")
    opened.maria.sees(ASKS)
    opened.maria.sees("They don't see your line here; they would in a copy of their data.")
    assert is_open(opened)
    opened.maria.types(LINE)
    opened.maria.sees("Closed, and your line is kept for the file.")
    assert alert_of(opened).note == LINE and alert_of(opened).cleared_by == opened.maria_row.id
    assert opened.anna.hears() == []
    opened.maria.presses_data("1:danger_alerts:look:1")
    opened.maria.sees(f"It is closed already.\nFor the file: «{LINE}»")
    assert opened.maria.labels == []


@pytest.mark.parametrize("words", ["\u2800", "\u200b", ".", "…", "👍"])
def test_what_says_nothing_closes_nothing_and_is_asked_again(opened: Cast, words: str) -> None:
    opened.maria.taps("Dealt with")
    opened.maria.types(words)
    opened.maria.sees("Please write what was done, in a few words.")
    assert is_open(opened)
    opened.maria.types(LINE)
    assert alert_of(opened).note == LINE


def test_a_voice_message_or_a_picture_is_no_line(opened: Cast) -> None:
    opened.maria.taps("Dealt with")
    opened.maria.account.sends_photo(caption=LINE)
    opened.practice.settle()
    opened.maria.sees("I can keep words only. Please write the line; until then")
    assert is_open(opened)
    opened.maria.types(LINE)
    assert not is_open(opened)


def test_words_of_danger_in_the_line_are_a_line(opened: Cast) -> None:
    opened.maria.taps("Dealt with")
    opened.maria.types(
        "says she wants to die, i want to kill myself were her words; ambulance came"
    )
    assert not is_open(opened)
    opened.maria.sees_nothing_of("Please call 000")


def test_a_line_in_several_messages_is_kept_whole(opened: Cast) -> None:
    first, second = "a " * 2000 + "end of one", "b " * 2000 + "end of two"
    opened.maria.taps("Dealt with")
    opened.maria.types(first)
    opened.maria.sees("If there is more of it, send it now.")
    assert not is_open(opened)
    opened.maria.types(second)
    opened.maria.types("and the last")
    opened.maria.sees("Kept for the file too.")
    note = alert_of(opened).note
    assert note == f"{first}\nMaria Santos: {second}\nMaria Santos: and the last"


def test_a_long_line_that_is_all_ends_with_a_tap(opened: Cast) -> None:
    opened.maria.taps("Dealt with")
    opened.maria.types("a " * 1500)
    opened.maria.taps("That's all")
    opened.maria.sees("All right. /cases shows what is still open.")
    assert not is_open(opened)


@pytest.mark.parametrize("way_out", ["Not yet", "/cancel", "Today"])
def test_leaving_the_question_leaves_it_open(opened: Cast, way_out: str) -> None:
    opened.maria.taps("Dealt with")
    if way_out == "Not yet":
        opened.maria.taps(way_out)
        opened.maria.sees(
            "It stays open. /cases shows it, and I ask once a day until it is closed."
        )
    else:
        opened.maria.types(way_out)
    if way_out == "/cancel":
        opened.maria.sees("An urgent message that you opened is still open: /cases.")
    opened.maria.types("a thought that belongs nowhere")
    assert is_open(opened) and alert_of(opened).note is None
    opened.maria.hears()
    opened.practice.wait(days=1)
    opened.maria.sees("An urgent message is still open. Please close it when it is dealt with.")


def test_two_close_it_at_once_and_both_lines_are_kept(opened: Cast) -> None:
    opened.lindqvist.taps("Open")
    opened.maria.taps("Dealt with")
    opened.lindqvist.taps("Dealt with")
    opened.maria.types(LINE)
    opened.lindqvist.types("I phoned her too")
    opened.lindqvist.sees(
        "Maria Santos has closed it already. Your line is kept beside what stands in the file."
    )
    assert alert_of(opened).cleared_by == opened.maria_row.id
    assert alert_of(opened).note == f"{LINE}\nDr Lindqvist: I phoned her too"


def test_news_that_came_while_the_line_was_written_keeps_it_open(opened: Cast) -> None:
    opened.maria.taps("Dealt with")
    opened.anna.types("im alone and so scared please")
    opened.anna.taps("Yes, pass it on")
    opened.maria.types(LINE)
    opened.maria.sees("News came in while you wrote, so it stays open.")
    assert is_open(opened)
    opened.maria.taps("Open")
    opened.maria.sees("im alone and so scared please")
    opened.maria.sees(f"For the file: «Maria Santos: {LINE}»")
    opened.maria.taps("Dealt with")
    opened.maria.types("Her sister is with her")
    assert not is_open(opened)
    assert alert_of(opened).note == f"Maria Santos: {LINE}\nHer sister is with her"


def test_the_button_below_what_has_grown_since_shows_it_anew(opened: Cast) -> None:
    opened.anna.types("im alone and so scared please")
    opened.anna.taps("Yes, pass it on")
    opened.maria.taps("Dealt with", bubble=opened.maria.sees(f"«{WORDS}»"))
    opened.maria.sees("im alone and so scared please")
    opened.maria.types(LINE)
    assert is_open(opened)


def test_who_has_not_read_it_is_shown_it_before_the_question(opened: Cast) -> None:
    opened.lindqvist.presses_data("1:danger_alerts:clear:1")
    opened.lindqvist.sees(f"«{WORDS}»")
    opened.lindqvist.taps("Dealt with")
    opened.lindqvist.types(LINE)
    assert not is_open(opened)


def test_an_old_button_below_a_closed_one_closes_nothing_twice(opened: Cast) -> None:
    shown = opened.maria.sees(WORDS)
    opened.maria.taps("Dealt with")
    opened.maria.types(LINE)
    opened.maria.taps("Dealt with", bubble=shown)
    opened.maria.sees("It is closed already.")
    opened.maria.presses_data("1:danger_alerts:leave:1")
    opened.maria.sees("It is closed already.")
    opened.maria.types("nothing of this is a line")
    assert alert_of(opened).note == LINE


def test_a_question_from_before_the_upgrade_still_takes_its_note(opened: Cast) -> None:
    opened.maria.taps("Dealt with")
    opened.maria.types(LINE)
    opened.maria.presses_data("1:danger_alerts:no_note")
    opened.maria.sees("All right. /cases shows what is still open.")
    assert alert_of(opened).note == LINE


def test_nobody_closes_what_nobody_has_read(welcomed: Cast) -> None:
    welcomed.anna.types(WORDS)
    welcomed.anna.hears()
    welcomed.maria.presses_data("1:danger_alerts:clear:1")
    welcomed.maria.sees(f"«{WORDS}»")
    assert welcomed.anna.hears() == ["Maria Santos has opened what you wrote."]
    assert is_open(welcomed)


@pytest.fixture
def asked_maria(welcomed_with: Callable[..., Cast]) -> Cast:
    """Maria, who was told of nothing, has found it in her list and is asked for the line."""
    cast = welcomed_with(on_duty="Dr Lindqvist: Mon-Fri 9-17")
    cast.anna.types(WORDS)
    cast.maria.taps("Cases")
    cast.maria.taps("Open urgent, Monday 30 November, 10:00 am")
    cast.maria.taps("Dealt with")
    return cast


def test_with_the_role_goes_the_question(asked_maria: Cast) -> None:
    practice = asked_maria.practice
    psychologist, manager = frozenset({Role.PSYCHOLOGIST}), frozenset({Role.MANAGER})
    change = RoleChange(asked_maria.maria_row, add=psychologist, remove=manager)
    with practice.database.transaction() as db:
        change_roles(db, change, practice.settings.practice(), practice.hand.now())
    asked_maria.maria.types(LINE)
    asked_maria.maria.sees("I didn't understand that, and I've passed nothing on.")
    assert is_open(asked_maria) and alert_of(asked_maria).note is None


def test_who_may_not_close_it_any_more_reads_where_the_line_can_go(asked_maria: Cast) -> None:
    with asked_maria.practice.database.transaction() as db:
        held = col(RoleHeld.person_id) == asked_maria.maria_row.id
        db.execute(update(RoleHeld).where(held).values(role=Role.PSYCHOLOGIST))
    asked_maria.maria.types(LINE)
    asked_maria.maria.sees(
        "I can't find that any more, so your line isn't kept. "
        "Please give it to the practice: Riverside (03 9000 0000)."
    )
    assert is_open(asked_maria) and alert_of(asked_maria).note is None


def test_who_was_taken_off_duty_in_between_still_closes_what_they_were_told_of(
    welcomed: Cast,
) -> None:
    agreed(welcomed, "Mon-Sun 0-0")
    welcomed.anna.types(WORDS)
    welcomed.okafor.taps("Open")
    welcomed.okafor.taps("Dealt with")
    with welcomed.practice.database.transaction() as db:
        for row in duties.standing(db):
            duties.end(db, row, welcomed.practice.hand.now())
    welcomed.okafor.types(LINE)
    assert alert_of(welcomed).note == LINE and alert_of(welcomed).cleared_at is not None


def test_neither_the_client_nor_another_closes_it(opened: Cast) -> None:
    for someone in (opened.anna, opened.ben, opened.okafor):
        for tap in ("clear", "leave", "look"):
            someone.presses_data(f"1:danger_alerts:{tap}:1")
        someone.types(LINE)
    assert is_open(opened) and alert_of(opened).note is None


# --- the audit


def test_the_audit_tells_an_alert_s_life(welcomed: Cast) -> None:
    welcomed.anna.types(WORDS)
    welcomed.practice.wait(minutes=21)
    welcomed.lindqvist.taps("Open", bubble=welcomed.lindqvist.sees("nobody has opened it"))
    welcomed.anna.types("im alone and so scared please")
    welcomed.anna.taps("Yes, pass it on")
    welcomed.anna.presses_data("1:call_back:ask:1")
    welcomed.anna.types("0400 000 000")
    welcomed.anna.presses_data("1:danger:safe_now:1")
    welcomed.practice.wait(days=1)
    welcomed.lindqvist.presses_data("1:danger_alerts:look:1")
    welcomed.lindqvist.taps("Dealt with")
    welcomed.lindqvist.types(LINE)
    anna, maria, lindqvist = (
        each.id for each in (welcomed.anna_row, welcomed.maria_row, welcomed.lindqvist_row)
    )
    with welcomed.practice.look() as db:
        chosen = select(AuditEntry).where(AuditEntry.subject == "danger_alert")
        entries = db.exec(chosen.order_by(col(AuditEntry.id))).all()
    life = [(each.person_id, each.action) for each in entries]
    both_rung = [(maria, "rung"), (lindqvist, "rung")]
    assert life == [
        (anna, "danger"),
        *both_rung,
        (maria, "rung again"),
        (lindqvist, "rung again"),
        (None, "alarm: nobody has opened it"),
        (lindqvist, "look"),
        (lindqvist, "open first"),
        (anna, "more danger"),
        *both_rung,
        *both_rung,  # that a call is wanted
        (anna, "wants a call"),
        *both_rung,  # which number
        (anna, "call details"),
        (anna, "says safe"),
        *[(each, "told silently") for each in (maria, lindqvist)],
        *[(lindqvist, act) for act in ("asked to close", "look", "clear with note")],
    ]
    assert LINE not in str(entries) and "pills" not in str(entries)
