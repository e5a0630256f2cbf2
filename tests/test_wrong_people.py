"""Every command, tap, word and step of clients and staff, as everybody to whom Anna's rows aren't open."""

import inspect
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from sqlmodel import Session

from bot.conversation import Conversation
from bot.incoming import Incoming, IncomingFile, IncomingKind
from bot.records import dialogue
from bot.records.outbox import FileKind
from conversations import ALL
from tests.records.rows import NOW
from tests.wrong_people import IN_AN_OPENED_ALERT, SAID, SECRET, WRONG, Came, World, new_world, work


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    yield from new_world(tmp_path_factory.mktemp("wrong") / "practice.sqlite")


def values_of(
    act: Callable[..., Any], world: World, skip: int = 1, nth_note: int = 1
) -> dict[str, int | str]:
    """Arguments that name Anna's rows: each of hers is the first of its table, and of her notes the
    second is one to bring."""
    found: dict[str, int | str] = {}
    for each in list(inspect.signature(act).parameters.values())[skip:]:
        if each.name in ("client_id", "person_id"):
            found[each.name] = world.cast.anna.id
        elif each.name == "note_id":
            found[each.name] = nth_note
        else:
            found[each.name] = SAID.get(each.name, "x") if each.annotation is str else 1
    return found


NOTES = (1, 2)


def every_tap() -> list[tuple[Conversation, str]]:
    return [(each, tap) for each in ALL for tap in each.taps]


def every_step() -> list[tuple[Conversation, str]]:
    return [(each, step) for each in ALL for step in {*each.steps, *each.files}]


def every_saying() -> list[str]:
    commands = [f"/{name}" for each in ALL for name in each.commands]
    return commands + [word for each in ALL for word in each.words]


def judge(world: World, name: str, what: str, came: Came) -> list[str]:
    """What is wrong about it, in words."""
    wrong = WRONG[name]
    read = came.read.casefold()
    may_read = wrong.may_read
    opens = ("1:danger_alerts:look:", "1:danger_alerts:clear:")  # who hasn't read it reads it first
    if what.startswith(opens) and "danger_alert" in wrong.may_change:
        may_read |= IN_AN_OPENED_ALERT
    shown = {word for word in SECRET - may_read if word.casefold().strip() in read}
    faults = [f"{name}, {what}: reads {sorted(shown)}"] if shown else []
    if changed := came.changed - wrong.may_change:
        faults.append(f"{name}, {what}: changes {sorted(changed)}")
    if not wrong.may_change and world.cast.anna.id in came.told:
        faults.append(f"{name}, {what}: writes to Anna")
    if not came.read:
        faults.append(f"{name}, {what}: gets no answer")
    return faults


@pytest.mark.parametrize("name", WRONG)
def test_no_tap_opens_or_changes_what_is_anna_s(world: World, name: str) -> None:
    faults: list[str] = []
    for (conversation, tap), nth_note in product(every_tap(), NOTES):
        values = values_of(conversation.taps[tap], world, nth_note=nth_note)
        if nth_note > NOTES[0] and "note_id" not in values:
            continue
        data = ":".join(["1", conversation.name, tap, *map(str, values.values())])
        incoming = Incoming(IncomingKind.TAP, data=data, callback_id="1", message_id=7)
        faults += judge(world, name, data, work(world, name, incoming))
    assert faults == []


@pytest.mark.parametrize("name", WRONG)
def test_no_command_or_word_shows_what_is_anna_s(world: World, name: str) -> None:
    faults: list[str] = []
    for saying in every_saying():
        incoming = Incoming(IncomingKind.TEXT, text=saying, message_id=7)
        faults += judge(world, name, saying, work(world, name, incoming))
    assert faults == []


@pytest.mark.parametrize("name", [name for name in WRONG if name != "stranger"])
def test_no_step_takes_words_or_files_about_what_is_anna_s(world: World, name: str) -> None:
    """As if it had been begun while it was theirs: a role, a client or a case can be taken away."""
    faults: list[str] = []
    actor = world.somebody(name)
    assert actor is not None, "a stranger is at no step"
    for conversation, step in every_step():
        for act, incoming in answers(conversation, step):

            def wait(db: Session, act: Callable[..., Any] = act, step: str = step,
                     conversation: Conversation = conversation) -> None:  # fmt: skip
                dialogue.wait_for(
                    db,
                    actor.id,
                    conversation=conversation.name,
                    step=step,
                    data=values_of(act, world, skip=skipped(conversation, act)),
                    now=NOW,
                )

            came = work(world, name, incoming, wait)
            faults += judge(world, name, f"{conversation.name}:{step}", came)
    assert faults == []


def skipped(conversation: Conversation, act: Callable[..., Any]) -> int:
    """The turn, and the words or the file: what the step isn't begun with."""
    return 1 if act in conversation.unreadable.values() else 2


def answers(conversation: Conversation, step: str) -> Iterator[tuple[Callable[..., Any], Incoming]]:
    if step in conversation.steps:
        yield (
            conversation.steps[step],
            Incoming(IncomingKind.TEXT, text="tomorrow at 4", message_id=7),
        )
    if step in conversation.files:
        file = IncomingFile(FileKind.DOCUMENT, "BQACfile", "note.pdf", 100)
        yield conversation.files[step], Incoming(IncomingKind.OTHER, message_id=7, file=file)
    if step in conversation.unreadable:
        yield (
            conversation.unreadable[step],
            Incoming(IncomingKind.OTHER, text="look at this", message_id=7),
        )


def test_every_conversation_is_tried() -> None:
    assert (len(every_tap()), len(every_step()), len(every_saying())) >= (190, 31, 30)
    assert {each.name for each, _tap in every_tap()} >= {"cases", "sessions", "requests", "duty"}


def test_whose_it_is_reads_it(world: World) -> None:
    """So that nothing above passes because nothing can be read at all."""
    for name, data, words in (
        ("maria", "requests:open:1", "Saturdays"),
        ("lindqvist", "danger_alerts:look:1", "unbearable"),
        ("okafor", f"assignments:client:{world.cast.anna.id}", "Sunny"),
        ("anna", "bring_up_note:see:2", "snowdrop"),
    ):
        tap = Incoming(IncomingKind.TAP, data=f"1:{data}", callback_id="1", message_id=7)
        assert words in work(world, name, tap).read
    stop = Incoming(IncomingKind.TAP, data="1:homework:stop:1", callback_id="1", message_id=7)
    assert "homework" in work(world, "anna", stop).changed
    assert not work(world, "ben", stop).changed
