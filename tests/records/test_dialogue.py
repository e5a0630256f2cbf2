"""The step that waits, and the questions that are open."""

from sqlmodel import Session, select

from bot.records import dialogue
from bot.records.dialogue import Prompt
from bot.records.outbox import OutboxRow
from tests.records.rows import DAY, NOW, People, message


def wait(db: Session, person_id: int, step: str, **data: object) -> None:
    dialogue.wait_for(db, person_id, conversation="sessions", step=step, data=data, now=NOW)


def asks(
    db: Session, person_id: int, *, by_itself: bool = False, of_step: bool = False,
    topic: str | None = None, message_id: int | None = None,
) -> Prompt:  # fmt: skip
    row = message(db, topic=topic, message_id=message_id, person_id=person_id)
    prompt = Prompt(
        person_id=person_id, outbox_id=row.id, by_itself=by_itself, of_step=of_step, asked_at=NOW
    )
    dialogue.add_prompt(db, prompt, (("Yes", "1:a:yes", ("ok",)), ("No", "1:a:no", ())))
    return prompt


# --- the step


def test_one_step_at_most_waits_and_the_newest_is_it(db: Session, cast: People) -> None:
    wait(db, cast.anna.id, "note", session_id=7)
    wait(db, cast.anna.id, "wish", words="été")
    wait(db, cast.ben.id, "note")
    row = dialogue.waiting(db, cast.anna.id)
    assert row is not None
    assert (row.conversation, row.step, row.data) == ("sessions", "wish", {"words": "été"})


def test_a_step_ends_and_may_end_twice(db: Session, cast: People) -> None:
    wait(db, cast.anna.id, "note")
    wait(db, cast.ben.id, "note")
    dialogue.stop_waiting(db, cast.anna.id)
    dialogue.stop_waiting(db, cast.anna.id)
    assert dialogue.waiting(db, cast.anna.id) is None
    assert dialogue.waiting(db, cast.ben.id) is not None


# --- questions


def test_choices_stand_as_they_were_put(db: Session, cast: People) -> None:
    prompt = asks(db, cast.anna.id)
    db.expire_all()
    assert prompt.choices == [["Yes", "1:a:yes", ["ok"]], ["No", "1:a:no", []]]


def test_the_answer_to_a_tap_takes_the_place_of_the_question_before(
    db: Session, cast: People
) -> None:
    clock_s, first = asks(db, cast.anna.id, by_itself=True), asks(db, cast.anna.id)
    ben_s = asks(db, cast.ben.id)
    second = asks(db, cast.anna.id)
    assert (first.closed_at, second.closed_at) == (NOW, None)
    assert (clock_s.closed_at, ben_s.closed_at) == (None, None)


def test_what_the_clock_asks_closes_nothing(db: Session, cast: People) -> None:
    first = asks(db, cast.anna.id)
    asks(db, cast.anna.id, by_itself=True)
    assert first.closed_at is None


def test_the_newest_open_question_waits_for_words(db: Session, cast: People) -> None:
    assert dialogue.open_prompts(db, cast.anna.id, of_step=False) == []
    asks(db, cast.anna.id, by_itself=True)
    newest = asks(db, cast.anna.id, by_itself=True)
    of_step = asks(db, cast.anna.id, by_itself=True, of_step=True)
    asks(db, cast.ben.id)
    assert dialogue.open_prompts(db, cast.anna.id, of_step=False)[0] is newest
    assert dialogue.open_prompts(db, cast.anna.id, of_step=True)[0] is of_step


def test_a_reply_finds_its_question_open_or_not_and_only_one_s_own(
    db: Session, cast: People
) -> None:
    prompt = asks(db, cast.anna.id, topic="therapy_session:7", message_id=90)
    assert dialogue.prompt_of_message(db, cast.anna.id, 90) is prompt
    assert dialogue.prompt_of_message(db, cast.ben.id, 90) is None
    assert dialogue.prompt_of_message(db, cast.anna.id, 91) is None
    dialogue.close_prompts(db, "therapy_session:7", NOW)
    assert dialogue.prompt_of_message(db, cast.anna.id, 90) is prompt


def test_a_settled_matter_closes_the_questions_about_it(db: Session, cast: People) -> None:
    about = asks(db, cast.anna.id, by_itself=True, topic="therapy_session:7")
    to_staff = asks(db, cast.maria.id, by_itself=True, topic="therapy_session:7")
    other = asks(db, cast.anna.id, by_itself=True, topic="therapy_session:70")
    dialogue.close_prompts(db, "therapy_session:7", NOW + DAY)
    dialogue.close_prompts(db, "therapy_session:7", NOW + 2 * DAY)
    db.expire_all()
    assert (about.closed_at, to_staff.closed_at) == (NOW + DAY, NOW + DAY)
    assert other.closed_at is None


def test_with_an_old_chat_its_questions_are_forgotten_and_its_messages_stay(
    db: Session, cast: People
) -> None:
    asks(db, cast.anna.id)
    ben_s = asks(db, cast.ben.id)
    dialogue.forget_prompts(db, cast.anna.id)
    assert db.exec(select(Prompt)).all() == [ben_s]
    assert len(db.exec(select(OutboxRow)).all()) == 2
