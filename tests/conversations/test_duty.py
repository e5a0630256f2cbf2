"""On duty: a manager asks, only a yes counts, and what was shown and not asked is nobody's."""

import pytest

from bot.records import duties, people
from bot.records.people import Role
from tests.clock import melbourne
from tests.conversations.concerns import hear
from tests.conversations.duty_stories import ASKED, EVENINGS, NOBODY, TYPED, asks, propose, rows
from tests.practice import Cast

URGENT = "Urgent. Please open now."

# --- asking, and the answer


def test_a_manager_asks_and_only_the_yes_counts(welcomed: Cast) -> None:
    maria, okafor = welcomed.maria, welcomed.okafor
    maria.types("/duty")
    assert maria.last == NOBODY
    assert maria.labels == ["Ask somebody to be there"]
    propose(welcomed)
    assert maria.last == (
        f"{EVENINGS}. Shall I ask Dr Okafor? These hours count once Dr Okafor says yes.\n"
        "From then on urgent messages ring for those on duty by name only, no longer for all "
        "managers and senior colleagues in practice hours."
    )
    assert (okafor.hears(), rows(welcomed.practice)) == ([], [])
    maria.taps("Yes, ask")
    assert maria.last == "Dr Okafor is asked. I tell you the answer."
    assert okafor.hears() == [ASKED]
    maria.types("/duty")
    assert maria.last == f"Dr Okafor: {EVENINGS} (asked, no answer yet)"
    welcomed.practice.wait_until(melbourne("2026-11-30 18:00"))
    welcomed.ben.types("i want to die")
    assert okafor.hears() == []  # not on duty before the yes
    okafor.taps("Yes, I'll be there")
    assert okafor.last == (
        f"Thank you. From now on urgent messages ring for you: {EVENINGS}. /duty ends it."
    )
    maria.sees(f"Dr Okafor will be there for urgent messages: {EVENINGS}.")
    hear(welcomed)
    welcomed.anna.types("i want to die")
    assert [text for text in okafor.hears() if text == URGENT]
    assert welcomed.maria.hears() == welcomed.lindqvist.hears() == []
    welcomed.anna.sees("Dr Okafor is on duty and has been told.")


def test_no_is_no_and_the_manager_hears_it(welcomed: Cast) -> None:
    asks(welcomed)
    asked = welcomed.okafor.sees("asks you to be there")
    welcomed.okafor.taps("No")
    assert welcomed.okafor.last == "All right. I've passed that on."
    welcomed.maria.sees(f"Dr Okafor can't be there for urgent messages: {EVENINGS}.")
    welcomed.okafor.taps("Yes, I'll be there", bubble=asked)
    assert welcomed.okafor.last == "That isn't asked any more. /duty shows what stands."
    assert rows(welcomed.practice) == []


def test_yes_twice_is_said_once_and_no_after_it_ends_nothing(welcomed: Cast) -> None:
    asks(welcomed)
    asked = welcomed.okafor.sees("asks you to be there")
    welcomed.maria.hears()
    for label in ("Yes, I'll be there", "Yes, I'll be there", "No"):
        welcomed.okafor.taps(label, bubble=asked)
    assert welcomed.okafor.last == "You said yes to that already. /duty shows it and ends it."
    assert len(welcomed.maria.hears()) == 1
    assert [row.is_standing for row in rows(welcomed.practice)] == [True]


def test_ask_tapped_twice_asks_once(welcomed: Cast) -> None:
    propose(welcomed)
    shown = welcomed.maria.sees("Shall I ask Dr Okafor?")
    welcomed.maria.taps("Yes, ask", bubble=shown)
    welcomed.maria.taps("Yes, ask", bubble=shown)
    assert welcomed.maria.last == "That is asked already. /duty shows what stands."
    assert welcomed.okafor.hears() == [ASKED]


@pytest.mark.parametrize("label", ["Don't ask", "Other hours"])
def test_hours_that_were_only_shown_are_asked_of_nobody(welcomed: Cast, label: str) -> None:
    propose(welcomed)
    shown = welcomed.maria.sees("Shall I ask Dr Okafor?")
    welcomed.maria.taps(label)
    if label == "Other hours":
        welcomed.maria.types("Sat 9-21")
        welcomed.maria.sees("Saturday, 9:00 am to 9:00 pm. Shall I ask Dr Okafor?")
    welcomed.maria.taps("Yes, ask", bubble=shown)
    assert welcomed.maria.last == (
        "I don't have those hours any more. Nobody was asked. /duty begins anew."
    )
    assert (welcomed.okafor.hears(), rows(welcomed.practice)) == ([], [])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Fri 22:00-6:00", "Friday, 10:00 pm to 6:00 am the next morning"),
        ("Sat-Sun 0-0", "Saturday to Sunday, all day and night"),
        ("mon 9-12, mon 14:30-17, wed 9-12", "Monday, 9:00 am to 12:00 pm, 2:30 pm to 5:00 pm; "
         "Wednesday, 9:00 am to 12:00 pm"),
        ("Mon 18-17", "Monday, 6:00 pm to 5:00 pm the next day"),
    ],
)  # fmt: skip
def test_hours_are_said_back_in_words(welcomed: Cast, typed: str, said: str) -> None:
    propose(welcomed, typed)
    assert welcomed.maria.last.startswith(f"{said}. Shall I ask Dr Okafor?")


@pytest.mark.parametrize("typed", ["evenings", "5pm-10pm", "Mon 25-26", ";", "Mon 9-17, " * 30])
def test_what_is_no_hours_is_asked_again_and_nothing_is_lost(welcomed: Cast, typed: str) -> None:
    propose(welcomed, typed)
    assert welcomed.maria.last.startswith("I don't understand these hours. In which hours?")
    welcomed.maria.types(TYPED)
    welcomed.maria.sees(f"{EVENINGS}. Shall I ask Dr Okafor?")


def test_who_can_t_be_reached_meanwhile_is_not_asked(welcomed: Cast) -> None:
    propose(welcomed)
    with welcomed.practice.database.transaction() as db:
        people.get(db, welcomed.okafor_row.id).unreachable_at = welcomed.practice.hand.now()
    welcomed.maria.taps("Yes, ask")
    assert welcomed.maria.last == "Dr Okafor can't be reached here. Nobody was asked."
    assert rows(welcomed.practice) == []


def test_a_manager_puts_themselves_down(welcomed: Cast) -> None:
    asks(welcomed, name="Maria Santos")
    welcomed.maria.taps("Yes, I'll be there")
    assert [row.is_standing for row in rows(welcomed.practice)] == [True]


def test_the_answer_reaches_the_managers_there_are_where_who_asked_is_none(
    welcomed: Cast,
) -> None:
    bob = welcomed.practice.join(welcomed.practice.add_staff("Bob Hale", Role.MANAGER), "Bob")
    asks(welcomed)
    with welcomed.practice.database.transaction() as db:
        people.get(db, welcomed.maria_row.id).left_at = welcomed.practice.hand.now()
    hear(welcomed)
    welcomed.okafor.taps("Yes, I'll be there", bubble=welcomed.okafor.sees("asks you to be there"))
    bob.sees(f"Dr Okafor will be there for urgent messages: {EVENINGS}.")
    assert welcomed.maria.hears() == []


def test_asked_at_night_it_does_not_ring(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2026-12-01 22:00"))
    asks(welcomed)
    assert welcomed.okafor.sees("asks you to be there").silent


# --- asked and ended by the operator


def test_the_operator_s_question_comes_in_the_chat_and_managers_hear_the_answer(
    welcomed: Cast,
) -> None:
    practice = welcomed.practice
    with practice.database.transaction() as db:
        duties.ask(db, person_id=welcomed.okafor_row.id, hours=TYPED, now=practice.hand.now())
    practice.settle()
    assert welcomed.okafor.hears() == [ASKED.replace("Maria Santos", "The practice")]
    welcomed.okafor.taps("Yes, I'll be there")
    welcomed.maria.sees(f"Dr Okafor will be there for urgent messages: {EVENINGS}.")
    welcomed.okafor.hears()
    practice.wait(minutes=1)
    with practice.database.transaction() as db:
        assert duties.end_by_operator(db, duties.standing(db)[0], practice.hand.now())
    practice.settle()
    assert welcomed.okafor.hears() == [
        f"The practice has ended your hours for urgent messages: {EVENINGS}."
    ]


def test_whom_the_operator_s_question_doesn_t_reach_is_an_alarm(
    welcomed: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    practice = welcomed.practice
    with practice.database.transaction() as db:
        people.get(db, welcomed.okafor_row.id).unreachable_at = practice.hand.now()
        duties.ask(db, person_id=welcomed.okafor_row.id, hours=TYPED, now=practice.hand.now())
    practice.settle()
    assert "duty:1 can't be asked" in capsys.readouterr().out
