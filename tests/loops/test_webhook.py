"""What comes in at the webhook: kept before it is confirmed, and from nobody but Telegram."""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import Message

from bot.loops.webhook import LARGEST_BODY, SECRET_HEADER
from bot.records.inbox import InboxState
from tests.bringing import WEBHOOK
from tests.loops.prepared import Town, opened, run_in

SECRET = {SECRET_HEADER: WEBHOOK["webhook_secret"]}
NO_TIMES = "No times are booked for you here."


@pytest.fixture
def town(practice_file: Path) -> Iterator[Town]:
    with opened(practice_file, by="webhook") as town:
        yield town
        assert town.telegram.violations == []


def ask(
    town: Town, body: Any = b"", *, method: str = "POST", path: str = "/hook", **headers: str
) -> httpx.Response:
    """What somebody outside gets; a generator as body is sent in pieces."""

    async def request() -> httpx.Response:
        assert town.app.webhook is not None
        transport = httpx.ASGITransport(town.app.webhook.app(), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://public") as client:
            return await client.request(method, path, content=body, headers=headers)

    response: httpx.Response = run_in(town, request())
    assert response.content == b"", "whoever asks is told nothing"
    return response


def update_of(town: Town, text: str, number: int = 900_000_001) -> bytes:
    """The update that Telegram would bring if Anna typed this."""
    anna = town.anna.account
    message = {
        "message_id": 990_001,
        "date": int(town.hand.now().timestamp()),
        "chat": anna.chat.shape,
        "from": anna.account.json(),
        "text": text,
    }
    return json.dumps({"update_id": number, "message": message}).encode()


def known(town: Town) -> int:
    return len(town.inbox_rows())


# --- what is kept


def test_what_anna_types_is_brought_and_answered(town: Town) -> None:
    polls = len(town.telegram.calls_of("getUpdates"))
    town.anna.types("My times")
    (answer,) = town.anna.hears()
    assert answer.startswith(NO_TIMES)
    assert len(town.telegram.calls_of("getUpdates")) == polls, "nothing was fetched"
    assert town.telegram.pending == 0 and town.telegram.webhook_trouble is None


def test_when_telegram_hears_200_the_update_is_in_the_database(town: Town) -> None:
    before = known(town)
    body, answers = update_of(town, "My times"), []
    scope = {
        "type": "http", "method": "POST", "path": "/hook", "root_path": "", "query_string": b"",
        "headers": [(SECRET_HEADER.lower().encode(), b"s3cret")],
    }  # fmt: skip

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answers.append((message["status"], known(town)))

    assert town.app.webhook is not None
    run_in(town, town.app.webhook.app()(scope, receive, send))
    assert answers == [(200, before + 1)]
    assert town.app.bells.work.is_set(), "nobody waits for the next sweep"


@pytest.mark.parametrize("begin", ["BEGIN IMMEDIATE", "BEGIN"])
def test_while_the_database_is_locked_telegram_is_told_to_come_again(
    town: Town, begin: str
) -> None:
    before = known(town)
    with town.locked(begin):
        assert ask(town, update_of(town, "My times"), **SECRET).status_code == 503
    assert known(town) == before
    assert ask(town, update_of(town, "My times"), **SECRET).status_code == 200
    town.settle()
    assert len(town.anna.hears()) == 1


def test_an_update_that_comes_twice_is_confirmed_twice_and_answered_once(town: Town) -> None:
    for _time in range(2):
        assert ask(town, update_of(town, "My times"), **SECRET).status_code == 200
        town.settle()
    assert len(town.anna.hears()) == 1


def test_an_update_that_can_t_be_worked_holds_up_nobody_at_telegram(town: Town) -> None:
    town.receives_broken_block_of(town.anna)
    town.ben.types("My times")
    town.wait(seconds=10)
    assert town.telegram.pending == 0
    assert town.inbox_rows()[-2].state is InboxState.PARKED
    assert len(town.ben.hears()) == 1


def test_words_of_danger_come_by_this_way_too(town: Town) -> None:
    town.anna.types("I want to die")
    assert town.anna.hears()[0].startswith("Please call 000 now")


# --- what is no update


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"null", b"7", b'"words"', b"[]", b"{}", b"[" * 100_000, b"9" * 10_000,
        b"\xff\xfe", b"update_id=5", b'{"update_id": "5"}', b'{"update_id": true}',
        b'{"update_id": -1}', b'{"update_id": 5.0}', b'{"update_id": 99999999999999999999}',
        b'{"message": {"text": "planted"}}',
    ],
)  # fmt: skip
def test_what_is_no_update_is_let_go_so_that_it_does_not_come_for_ever(
    town: Town, body: bytes
) -> None:
    before = known(town)
    assert ask(town, body, **SECRET).status_code == 200
    assert known(town) == before


def test_an_update_of_a_kind_that_nobody_knows_yet_is_kept(town: Town) -> None:
    before = known(town)
    assert ask(town, b'{"update_id": 5, "telepathy": {}}', **SECRET).status_code == 200
    assert known(town) == before + 1


def in_pieces(size: int) -> AsyncIterator[bytes]:
    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, size, 65536):
            yield b" " * min(65536, size - start)

    return pieces()


def test_a_body_that_is_too_large_is_refused_whether_its_size_was_said_or_not(town: Town) -> None:
    before = known(town)
    large = update_of(town, "x" * LARGEST_BODY)
    assert ask(town, large, **SECRET).status_code == 413
    assert ask(town, in_pieces(LARGEST_BODY + 1), **SECRET).status_code == 413
    assert ask(town, in_pieces(50 * LARGEST_BODY), **SECRET).status_code == 413
    assert known(town) == before


def test_an_update_that_comes_in_pieces_is_kept(town: Town) -> None:
    before, whole = known(town), update_of(town, "x" * (LARGEST_BODY - 1000))

    async def pieces() -> AsyncIterator[bytes]:
        yield whole[:100]
        yield whole[100:]

    assert len(whole) <= LARGEST_BODY
    assert ask(town, pieces(), **SECRET).status_code == 200
    assert known(town) == before + 1


def test_half_an_update_from_whoever_hangs_up_is_not_kept(town: Town) -> None:
    before = known(town)
    pieces: list[Message] = [
        {"type": "http.request", "body": update_of(town, "half")[:50], "more_body": True},
        {"type": "http.disconnect"},
    ]
    scope = {
        "type": "http", "method": "POST", "path": "/hook", "root_path": "", "query_string": b"",
        "headers": [(SECRET_HEADER.lower().encode(), b"s3cret")],
    }  # fmt: skip
    answers: list[int] = []

    async def receive() -> Message:
        return pieces.pop(0)

    async def send(message: Message) -> None:
        answers.append(message.get("status", 0))

    assert town.app.webhook is not None
    run_in(town, town.app.webhook.app()(scope, receive, send))
    assert known(town) == before and 200 not in answers


# --- who else comes


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {SECRET_HEADER: ""},
        {SECRET_HEADER: "wrong"},
        {SECRET_HEADER: "S3cret"},
        {SECRET_HEADER: "s3cret0"},
        {SECRET_HEADER: "s3cre"},
        {SECRET_HEADER: "s3cret, s3cret"},
        {"Authorization": "Bearer s3cret"},
        {SECRET_HEADER: "s3cr\xe9t"},
    ],
)
def test_nobody_without_the_secret_gets_a_word_in(town: Town, headers: dict[str, str]) -> None:
    before = known(town)
    body = update_of(town, "planted")

    async def request() -> httpx.Response:
        assert town.app.webhook is not None
        transport = httpx.ASGITransport(town.app.webhook.app())
        async with httpx.AsyncClient(transport=transport, base_url="http://public") as client:
            raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
            return await client.post("/hook", content=body, headers=raw)

    assert run_in(town, request()).status_code == 403
    assert known(town) == before


def test_the_body_of_whoever_doesn_t_know_the_secret_is_not_even_read(town: Town) -> None:
    read = []

    async def planted() -> AsyncIterator[bytes]:
        for piece in (b"a", b"b"):
            read.append(piece)
            yield piece

    assert ask(town, planted()).status_code == 403
    assert read == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_only_posting_does_anything(town: Town, method: str) -> None:
    before = known(town)
    response = ask(town, update_of(town, "planted"), method=method, **SECRET)
    assert response.status_code == 404 and "allow" not in response.headers
    assert known(town) == before


@pytest.mark.parametrize(
    "path", ["/", "/health", "/metrics", "/hook/", "/hook/health", "/Hook", "/hook%2f", "//hook"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nothing_else_is_on_the_public_side(town: Town, method: str, path: str) -> None:
    before = known(town)
    assert ask(
        town, update_of(town, "planted"), method=method, path=path, **SECRET
    ).status_code == (404)
    assert known(town) == before
