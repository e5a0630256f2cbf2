"""A risk statement is answered: in any state, at any length, behind anything, in both tiers."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from bot.incoming import Incoming, IncomingKind
from bot.records import dialogue
from bot.records.danger_alerts import DangerAlert
from bot.rules.triage.danger import Danger, DangerKind, Tier
from bot.rules.triage.recognition import Recognition
from bot.rules.triage.topics import topic_of
from tests.clock import melbourne
from tests.conversations.concerns import MARIA
from tests.practice import Cast, Practice, Someone
from tests.recognition import ASKED, POSSIBLE, alerts, let_model_judge, questions
from tests.records.rows import NOW
from tests.test_wrong_people import every_step, every_tap, skipped, values_of
from tests.wrong_people import World, new_world, work

HIGH = "i want to die"
NUMBERS = "Please call 000 now, or Lifeline, 13 11 14"
IN_CASE = "In danger, call 000. To talk to somebody, day or night: Lifeline, 13 11 14."
SAID = pytest.mark.parametrize("words", [HIGH, POSSIBLE], ids=["high", "possible"])


@pytest.fixture
def anna_s(welcomed: Cast) -> Cast:
    let_model_judge(welcomed.practice)
    welcomed.session_id = welcomed.practice.book(welcomed.anna_row, melbourne("2026-12-08 11:00"))
    return welcomed


def assert_helped(someone: Someone, words: str) -> None:
    """Numbers first, in the one message that came; and what follows of each tier."""
    assert someone.last.startswith(NUMBERS if words == HIGH else IN_CASE), someone.last
    practice = someone.practice
    if words == HIGH:
        assert len(alerts(practice)) == 1 and "passed on what you wrote" in someone.last
        assert HIGH in alert_words(practice)
    else:
        assert alerts(practice) == [] and [each.is_open for each in questions(practice)] == [True]
        assert ASKED in someone.last


def alert_words(practice: Practice) -> str:
    with practice.look() as db:
        return str(db.get_one(DangerAlert, 1).words)


# --- in any state


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    yield from new_world(tmp_path_factory.mktemp("anywhere") / "practice.sqlite")


@pytest.mark.parametrize("tier", list(Tier))
def test_at_every_step_of_every_conversation(world: World, tier: Tier) -> None:
    """Ben is at it, who has a step of each kind in turn; no step takes the words."""
    danger = Danger(DangerKind.SELF, "", tier=tier)
    said = Incoming(
        IncomingKind.TEXT, text=HIGH, message_id=7, recognition=Recognition(danger, topic_of(HIGH))
    )
    for conversation, step in every_step():
        act = conversation.steps.get(step) or conversation.files[step]

        def wait(db: Session, conversation=conversation, step=step, act=act) -> None:  # type: ignore[no-untyped-def]  # fmt: skip
            dialogue.wait_for(
                db,
                world.cast.ben.id,
                conversation=conversation.name,
                step=step,
                data=values_of(act, world, skip=skipped(conversation, act)),
                now=NOW,
            )

        came = work(world, "ben", said, wait)
        where = f"{conversation.name}:{step}"
        assert "13 11 14" in came.read and len(came.read.split("protected")) == 2, where
        assert (world.cast.maria.id in came.told) == (tier is Tier.HIGH), where


def test_every_button_of_the_bot_s_is_answered_while_a_question_is_open(anna_s: Cast) -> None:
    """None of them stops the time, and none is an answer but its own."""
    anna_s.anna.types(POSSIBLE)
    for conversation, tap in every_tap()[::9]:
        if conversation.name not in ("danger_question", "privacy"):
            anna_s.anna.presses_data(f"1:{conversation.name}:{tap}:1")
    assert [each.is_open for each in questions(anna_s.practice)] == [True]
    anna_s.practice.wait(minutes=11)
    anna_s.maria.sees("Urgent. Please open now.")


@SAID
def test_in_the_middle_of_a_check_in(questioned: Cast, words: str) -> None:
    practice, anna = questioned.practice, questioned.anna
    practice.book(questioned.anna_row, melbourne("2026-12-01 11:00"))
    practice.wait_until(melbourne("2026-12-01 15:00"))
    let_model_judge(practice)
    anna.taps("Start")
    anna.taps("4")
    anna.types(words)
    assert_helped(anna, words)
    if words == POSSIBLE:
        anna.taps("No")
        anna.sees("Before this I had asked:")
        anna.taps("Go on")
        anna.types("7")
        anna.sees("3 of 4")


@SAID
def test_inside_a_concern(anna_s: Cast, words: str) -> None:
    for label in ("Something isn't right", MARIA, "I can't be open"):
        anna_s.anna.taps(label)
    anna_s.anna.types(words)
    assert_helped(anna_s.anna, words)
    if words == POSSIBLE:
        anna_s.anna.taps("No")
        anna_s.anna.taps("Use what I wrote")
        anna_s.anna.taps("That's all")
        anna_s.anna.sees("This is what Maria will get:")
        anna_s.anna.sees(POSSIBLE)


@SAID
def test_while_the_step_asks_for_a_number_to_call(anna_s: Cast, words: str) -> None:
    anna_s.anna.types("i want to die")
    anna_s.anna.taps("Can somebody call me?")
    anna_s.anna.types(words)
    assert "13 11 14" in anna_s.anna.last
    anna_s.maria.taps("Open")
    anna_s.maria.sees(words)


# --- at any length


@SAID
@pytest.mark.parametrize("place", ["start", "middle", "end"])
def test_at_any_length(anna_s: Cast, words: str, place: str) -> None:
    filler = "We went to the market and bought apples and pears. "
    before, after = {"start": (0, 78), "middle": (39, 39), "end": (78, 0)}[place]
    text = f"{filler * before}{words}. {filler * after}"[:4096]
    assert words in text and len(text) > 3900
    anna_s.anna.types(text)
    assert_helped(anna_s.anna, words)


# --- behind, under, over


@SAID
@pytest.mark.parametrize("command", ["/cancel", "/start", "/times", "/nonsense", "/help_now", "/"])
def test_behind_a_command(anna_s: Cast, words: str, command: str) -> None:
    anna_s.anna.types(f"{command} {words}")
    assert_helped(anna_s.anna, words)


@SAID
def test_as_an_edit(anna_s: Cast, words: str) -> None:
    anna_s.anna.types("good morning")
    written = next(each for each in anna_s.anna.account.screen if each.text == "good morning")
    anna_s.anna.account.edits(written, words)
    anna_s.practice.settle()
    assert_helped(anna_s.anna, words)


@SAID
@pytest.mark.parametrize("kind", ["photo", "voice"])
def test_as_a_caption(anna_s: Cast, words: str, kind: str) -> None:
    if kind == "photo":
        anna_s.anna.account.sends_photo(caption=words)
    else:
        anna_s.anna.account.sends_voice(caption=words)
    anna_s.practice.settle()
    assert_helped(anna_s.anna, words)


@SAID
def test_as_a_reply_to_anything(anna_s: Cast, words: str) -> None:
    anna_s.anna.taps("My times")
    anna_s.anna.types(words, reply_to=anna_s.anna.sees("Your next times:"))
    assert_helped(anna_s.anna, words)


@SAID
def test_from_a_stranger(practice: Practice, words: str) -> None:
    cast = Cast(practice)
    let_model_judge(practice)
    stranger = practice.account("Somebody")
    stranger.types(words)
    assert_helped(stranger, words)
    assert ("Urgent. Please open now." in cast.maria.hears()) == (words == HIGH)


@SAID
def test_before_the_welcome_is_over(cast: Cast, words: str) -> None:
    let_model_judge(cast.practice)
    cast.anna.types(words)
    assert_helped(cast.anna, words)


@SAID
def test_not_from_a_group(anna_s: Cast, words: str) -> None:
    group = anna_s.practice.telegram.group("Friends", [anna_s.anna.account])
    anna_s.practice.settle()
    group.telephone_of(anna_s.anna.account).types(words)
    anna_s.practice.settle()
    assert alerts(anna_s.practice) == [] and questions(anna_s.practice) == []


@SAID
def test_not_from_staff(anna_s: Cast, words: str) -> None:
    anna_s.maria.types(words)
    assert alerts(anna_s.practice) == [] and questions(anna_s.practice) == []


# --- split over messages


@pytest.mark.parametrize(
    "parts", [("i want to", "die"), ("i want", "to", "die"), ("i'm going to", "kill", "myself")]
)
def test_split_over_messages(anna_s: Cast, parts: tuple[str, ...]) -> None:
    for part in parts:
        anna_s.anna.types(part)
    assert anna_s.anna.last.startswith(NUMBERS)
    assert alert_words(anna_s.practice) == "\n".join(parts)


def test_split_where_it_may_be_danger(anna_s: Cast) -> None:
    anna_s.anna.types("i just want it")
    anna_s.anna.types("to be over")
    assert_helped(anna_s.anna, POSSIBLE)


def test_two_texts_that_only_the_model_half_suspects_together_are_two_texts(anna_s: Cast) -> None:
    anna_s.anna.types("i dont think i need")
    anna_s.anna.types("a next week")
    assert questions(anna_s.practice) == []


def test_split_where_the_model_is_sure(anna_s: Cast) -> None:
    anna_s.anna.types("please look after my cat")
    anna_s.anna.types("from tomorrow on")
    assert anna_s.anna.last.startswith(NUMBERS)


def test_split_in_the_middle_of_a_step_that_took_the_first_part(anna_s: Cast) -> None:
    anna_s.anna.taps("My times")
    anna_s.anna.taps("I can't come")
    anna_s.anna.types("i want to")
    anna_s.anna.types("die")
    assert anna_s.anna.last.startswith(NUMBERS)


def test_what_was_written_more_than_two_minutes_before_is_no_part_of_it(anna_s: Cast) -> None:
    anna_s.anna.types("i want to")
    anna_s.practice.wait(minutes=2, seconds=1)
    anna_s.anna.types("die")
    assert alerts(anna_s.practice) == []


def test_another_chat_is_no_part_of_it(anna_s: Cast) -> None:
    anna_s.ben.types("i want to")
    anna_s.anna.types("die")
    assert alerts(anna_s.practice) == []


def test_danger_that_was_answered_is_not_answered_again_because_of_what_follows(
    anna_s: Cast,
) -> None:
    for text in (HIGH, "ok", "i want to", "die", "thank you", "bye"):
        anna_s.anna.types(text)
    assert alert_words(anna_s.practice) == f"{HIGH}\nok\ni want to\ndie"
    assert anna_s.anna.last.startswith("I haven't passed that on yet.")


def test_a_no_is_not_asked_about_again_because_of_what_was_before_it(anna_s: Cast) -> None:
    for text in ("i just want it", "to be over", "no", "thanks"):
        anna_s.anna.types(text)
    assert [each.is_open for each in questions(anna_s.practice)] == [False]
    assert "13 11 14" not in anna_s.anna.last


def test_a_split_that_waited_at_telegram_is_found(anna_s: Cast) -> None:
    """The two came together after an outage, written a minute apart."""
    account = anna_s.anna.account
    account.types("i want to")
    anna_s.practice.hand.wait_until(melbourne("2026-11-30 10:01"))
    account.types("die")
    anna_s.practice.hand.wait_until(melbourne("2026-11-30 12:00"))
    anna_s.practice.settle()
    anna_s.anna.sees(NUMBERS)
    assert alert_words(anna_s.practice) == "i want to\ndie"
