"""Whatever Telegram may hand over, right or wrong: stored, answered or parked, and on with it."""

import inspect
import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from bot.records.inbox import InboxState
from bot.simulator.bubbles import Json
from conversations import ALL
from tests.clock import melbourne
from tests.loops.crash_stories import LETS_NOTE_BE_SEEN
from tests.loops.prepared import Town, opened
from tests.practice import Someone

API: Mapping[str, Any] = json.loads(
    files("bot.simulator").joinpath("api-10.0.json").read_text(encoding="utf-8")
)["types"]
FEW = settings(
    max_examples=5, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
MANY = settings(FEW, max_examples=150, derandomize=False, print_blob=True)
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
# ENORMOUS stands for a text so long that reports are better off without it.
ARRAY, ENORMOUS = "Array of ", "enormous"
ANNA, BEN, MARIA, NOBODY, GROUP = 5_300_000_005, 5_300_000_006, 5_300_000_003, 42, -100_123

# --- the Bot API's own types as strategies

words = st.one_of(
    st.sampled_from(
        ["", "My times", "/start", "/stop", "/cancel", "STOP", "yes", "1", "I want to die",
         "/start " + "A" * 64, "\x00", "\ud800", "half \udfff\x00", "💔" * 2000, ENORMOUS,
         "private", "group", "kicked", "member", "bot_command"]
    ),
    st.text(st.characters(codec=None), max_size=40),
)  # fmt: skip
numbers = st.one_of(
    st.sampled_from([ANNA, BEN, MARIA, NOBODY, GROUP, 0, 1, -1, 2**31, 2**63, -(2**63), 10**30]),
    st.integers(),
)
junk = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
PLAIN: Mapping[str, st.SearchStrategy[Any]] = {
    "String": words,
    "Integer": numbers,
    "Float": st.floats(allow_nan=False, allow_infinity=False),
    "Boolean": st.booleans(),
    "InputFile": words,
}
# So that not every update is a stranger's from nowhere.
LIKELY: Mapping[tuple[str, str], st.SearchStrategy[Any]] = {
    ("Chat", "id"): st.sampled_from([*[ANNA] * 6, MARIA, NOBODY, GROUP, 0, 10**30, "42", True]),
    ("Chat", "type"): st.sampled_from(["private", "private", "private", "group", "channel"]),
    ("User", "id"): st.sampled_from([*[ANNA] * 6, MARIA, NOBODY, 0, 10**30, "42", True]),
    ("Message", "date"): st.sampled_from([0, 1_780_000_000]),
    ("ChatMemberUpdated", "date"): st.sampled_from([0, 1_780_000_000]),
}
USUAL = {"Message": ("from", "text", "caption", "reply_to_message"), "CallbackQuery": ("data",)}


def is_rare(draw: st.DrawFn) -> bool:
    """Once in twelve times."""
    return draw(st.integers(0, 11)) == 11


@st.composite
def value_of(draw: st.DrawFn, types: Sequence[str], depth: int) -> Any:
    """Mostly a value of one of these types, now and then anything at all."""
    if is_rare(draw):
        return draw(junk)
    name = draw(st.sampled_from(types))
    if name.startswith(ARRAY):
        inner = value_of([name.removeprefix(ARRAY)], depth - 1)
        return draw(st.lists(inner, max_size=2 if depth > 0 else 0))
    if name in PLAIN:
        return draw(PLAIN[name])
    return draw(object_of(name, depth))


@st.composite
def object_of(draw: st.DrawFn, name: str, depth: int) -> Json:
    """Mostly an object of this type, now and then without a field or with one too many."""
    if "subtypes" in API[name]:
        name = draw(st.sampled_from(API[name]["subtypes"]))
    if depth < 0:
        return {}
    fields = {field["name"]: field for field in API[name].get("fields", [])}
    chosen = [each for each, field in fields.items() if field["required"]]
    optional = [each for each, field in fields.items() if not field["required"]]
    usual = [each for each in USUAL.get(name, ()) if draw(st.booleans())]
    if optional:
        usual += draw(st.lists(st.sampled_from(optional), max_size=2))
    made = {
        each: draw(LIKELY.get((name, each), value_of(fields[each]["types"], depth - 1)))
        for each in dict.fromkeys([*chosen, *usual])
    }
    if made and is_rare(draw):
        del made[draw(st.sampled_from(sorted(made)))]
    if is_rare(draw):
        made[draw(words)] = draw(junk)
    return made


@st.composite
def updates(draw: st.DrawFn) -> Any:
    """Updates of the kinds that the bot asks for, of others, of several at once, and non-updates."""
    if is_rare(draw):
        return draw(junk)
    kind = draw(st.sampled_from(ALLOWED))
    made: Json = {"update_id": 1, kind: draw(object_of(API_TYPE[kind], 3))}
    if is_rare(draw):
        made |= draw(object_of("Update", 2))
    if is_rare(draw):
        made["update_id"] = draw(numbers | junk)
    return made


API_TYPE = {field["name"]: field["types"][0] for field in API["Update"]["fields"] if field["types"]}

# --- the bot gets them


class _Feed(httpx.AsyncBaseTransport):
    """Telegram, but the next polls are answered with what the test puts into `batches`."""

    def __init__(self, telegram: httpx.AsyncBaseTransport) -> None:
        self._telegram = telegram
        self.batches: list[list[Any]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.batches and request.url.path.endswith("/getUpdates"):
            body = json.dumps({"ok": True, "result": self.batches.pop(0)})
            return httpx.Response(200, content=body.replace(ENORMOUS, "x" * 70_000))
        return await self._telegram.handle_async_request(request)


class FedTown(Town):
    def transport(self) -> httpx.AsyncBaseTransport:
        self.feed = _Feed(super().transport())
        return self.feed


batches = st.lists(updates(), min_size=5, max_size=10)


@FEW
@given(batch=batches)
def test_no_update_however_odd_stops_the_bot(practice_file: Path, batch: list[Any]) -> None:
    hand_over(practice_file, batch)


@pytest.mark.slow
@MANY
@given(batch=batches)
def test_none_of_many_odd_updates_stops_the_bot(practice_file: Path, batch: list[Any]) -> None:
    hand_over(practice_file, batch)


def hand_over(file: Path, batch: list[Any]) -> None:
    """Let the bot have these updates; then all are settled, and others are answered."""
    first_id = 734_500_000
    for number, update in enumerate(batch):
        if isinstance(update, dict) and update.get("update_id") == 1:
            update["update_id"] = first_id + number
    with closing(FedTown(file)) as town:
        # Twice, as after an answer that was lost.
        town.feed.batches += [batch, batch]
        town.ben.types("My times")
        town.ben.sees("No times are booked for you here.")
        town.let_run(seconds=20 + 6 * len(batch))
        open_rows = [row for row in town.inbox_rows() if row.state is InboxState.OPEN]
        assert open_rows == []
        assert_everything_is_stored(town, batch)
        town.lindqvist.types("/help")
        town.lindqvist.sees("Here you see what clients answer")


def assert_everything_is_stored(town: Town, batch: list[Any]) -> None:
    stored = {row.update_id: row.raw for row in town.inbox_rows()}
    for update in batch:
        update_id = update.get("update_id") if isinstance(update, dict) else None
        if type(update_id) is int and 0 <= update_id < 2**63:
            assert stored[update_id]["update_id"] == update_id


# --- buttons

KNOWN = [
    (each.name, name, len(inspect.signature(act).parameters) - 1)
    for each in ALL
    for name, act in each.taps.items()
]
arguments = st.one_of(
    st.sampled_from(["1", "2", "999", "-1", "0", "9" * 25, "9" * 19, "٣", "1.5", " 1", "", "x"]),
    st.text(st.characters(codec=None, exclude_characters=":"), max_size=12),
)


@st.composite
def button_data(draw: st.DrawFn) -> str:
    if draw(st.booleans()):
        return draw(st.text(st.characters(codec=None), max_size=80))
    conversation, tap, count = draw(st.sampled_from([each for each in KNOWN if each[2] > 0]))
    count += draw(st.sampled_from([0, 0, 0, 1, -1]))
    version = draw(st.sampled_from(["1", "1", "1", "0", "2", ""]))
    return ":".join([version, conversation, tap, *(draw(arguments) for _ in range(count))])


def presses(town: Town, someone: Someone, data: str) -> None:
    """A tap as Telegram passes it on, with data that no button of ours has."""
    account, exchange = someone.account, town.telegram.exchange
    bubble = next(each for each in account.screen if each.by_bot)
    tap = exchange.open_tap(
        person_id=account.id, bubble=bubble, label="?", show=account.toasts.append
    )
    body = {
        "id": tap.id,
        "from": account.account.json(),
        "message": account.chat.message(bubble),
        "chat_instance": "1",
        "data": data,
    }
    town.receives("callback_query", body)


TABLES = ("person", "role_held", "therapy_session", "consent", "invitation", "danger_alert",
          "homework", "homework_note", "note", "sharing", "check_in")  # fmt: skip
OWN = {"person": "id", "note": "client_id", "sharing": "client_id"}


def practice_rows(town: Town) -> list[Any]:
    """All but what is Ben's own to change: his settings, a note, and what he lets be seen."""
    ben = town.row_of(town.ben).id
    chosen = [f"SELECT * FROM {table} WHERE {OWN.get(table, '0')} <> {ben}" for table in TABLES]
    with town.look() as db:
        return [db.connection().execute(text(each)).all() for each in chosen]


taps = st.lists(button_data(), min_size=5, max_size=10)


@FEW
@given(tapped=taps)
def test_hostile_button_data_gets_an_answer_and_changes_nothing(
    practice_file: Path, tapped: list[str]
) -> None:
    press_all(practice_file, tapped)


@pytest.mark.slow
@MANY
@given(tapped=taps)
def test_much_hostile_button_data_gets_answers_and_changes_nothing(
    practice_file: Path, tapped: list[str]
) -> None:
    press_all(practice_file, tapped)


def press_all(file: Path, tapped: list[str]) -> None:
    """Let Ben press these; Anna has a session, a note that she shares and an alert."""
    with closing(Town(file)) as town:
        town.book(town.row_of(town.anna), melbourne("2026-12-08 11:00"))
        for said in (*LETS_NOTE_BE_SEEN, "I want to die"):
            town.anna.types(said)
        before = practice_rows(town)
        for data in tapped:
            presses(town, town.ben, data)
        town.let_run(seconds=10 + len(tapped))
        assert len(town.ben.hears()) >= len(tapped)
        assert town.ben.account.unanswered_taps == []
        assert practice_rows(town) == before
        assert {row.state for row in town.inbox_rows()} == {InboxState.DONE}


def test_half_a_character_in_a_tap_gets_an_answer(practice_file: Path) -> None:
    press_all(practice_file, ["_\ud822V", "1:check_in:start:\udc00"])


@pytest.mark.parametrize("data", ["1:privacy:pause_for:5", "1:other_time:day_part:1:9"])
def test_a_number_that_no_button_has_gets_an_answer(practice_file: Path, data: str) -> None:
    with opened(practice_file) as town:
        town.book(town.row_of(town.ben), melbourne("2026-12-08 11:00"))
        presses(town, town.ben, data)
        town.settle()
        assert len(town.ben.hears()) == 1
