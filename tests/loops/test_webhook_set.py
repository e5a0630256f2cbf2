"""The webhook is set, stays set, and is looked after; going over from one way to the other."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.records.presence import TAPS_WAIT
from bot.simulator.server import create_app
from bot.simulator.telegram import Webhook, WebhookTrouble
from bot.simulator.transport import InProcessTransport
from bot.telegram_gateway import ALLOWED_UPDATES, TelegramGateway, TokenRefused
from tests.bringing import WEBHOOK, ByWebhook
from tests.conftest import Opener
from tests.conversations.outage_stories import outages_of
from tests.loops.prepared import Town, opened, run_in
from tests.practice import Cast, Practice

TAKEN = "the webhook was taken away: does another program use the token?"
NOT_BROUGHT = "Telegram can't bring updates to the webhook"


@pytest.fixture
def town(practice_file: Path) -> Iterator[Town]:
    with opened(practice_file, by="webhook") as town:
        yield town
        assert town.telegram.violations == []


def look_for(town: Town, **span: float) -> None:
    """Let the webhook's loop step as it asks to, for so long."""
    until = town.hand.now().timestamp() + sum(
        value * {"seconds": 1, "minutes": 60}[unit] for unit, value in span.items()
    )
    assert town.app.webhook is not None
    while town.hand.now().timestamp() < until:
        wait = run_in(town, town.app.webhook.step())
        town.hand.wait(max(wait, 0.01))


def reasons(town: Town) -> list[str]:
    for loop in town.app.loops:
        loop.state.beat_at = town.hand.monotonic()
    found: list[str] = run_in(town, town.app.health.reasons())
    return found


def times_called(town: Town, method: str) -> int:
    return len(town.telegram.calls_of(method))


# --- setting it


def test_it_is_set_with_all_that_telegram_needs_to_know(town: Town) -> None:
    town.settle()
    assert town.telegram.webhook == Webhook(
        url=WEBHOOK["webhook_url"], secret_token="s3cret", max_connections=10
    )
    (call,) = town.telegram.calls_of("setWebhook")
    assert call.params["allowed_updates"] == ALLOWED_UPDATES
    assert call.params.get("drop_pending_updates", False) is False


def test_while_it_stands_it_is_only_looked_at_now_and_then(town: Town) -> None:
    look_for(town, minutes=60)
    assert times_called(town, "setWebhook") == 1
    assert 100 <= times_called(town, "getWebhookInfo") <= 120
    assert reasons(town) == []


def test_without_telegram_it_is_tried_ever_more_slowly_and_set_in_the_end(town: Town) -> None:
    town.telegram.faults.down = True
    look_for(town, minutes=10)
    assert 8 <= times_called(town, "setWebhook") <= 20
    assert reasons(town) == ["the webhook can't be set: NetworkError"]
    town.telegram.faults.down = False
    look_for(town, minutes=2)
    assert town.telegram.webhook is not None and reasons(town) == []


def test_a_wait_that_telegram_asks_for_is_kept_to(town: Town) -> None:
    town.telegram.faults.fail("too_many_requests", method="setWebhook", retry_after=40)
    look_for(town, seconds=39)
    assert times_called(town, "setWebhook") == 1
    look_for(town, seconds=2)
    assert town.telegram.webhook is not None and times_called(town, "setWebhook") == 2


def test_a_token_that_telegram_does_not_know_is_not_tried_again(town: Town) -> None:
    town.telegram.token = "1000000:another"
    assert town.app.webhook is not None
    with pytest.raises(TokenRefused):
        run_in(town, town.app.webhook.step())


# --- looking after it


def test_a_webhook_that_was_taken_away_is_set_again_and_the_operator_can_see_it(
    town: Town,
) -> None:
    look_for(town, minutes=1)
    other = TelegramGateway(
        town.telegram.token, "http://simulator", InProcessTransport(create_app(town.telegram))
    )
    run_in(town, other.stop_webhook())
    run_in(town, other.close())
    town.anna.account.types("My times")
    look_for(town, seconds=40)
    assert reasons(town) == [TAKEN]
    town.settle()
    assert len(town.anna.hears()) == 1, "what waited in the meantime is brought"
    look_for(town, minutes=5)
    assert reasons(town) == []


def test_another_address_in_its_place_is_noticed_too(town: Town) -> None:
    look_for(town, minutes=1)
    town.telegram.webhook = Webhook(url="https://another.example.org/")
    look_for(town, seconds=40)
    assert town.telegram.webhook.url == WEBHOOK["webhook_url"]
    assert reasons(town) == [TAKEN]


def test_a_proxy_that_leads_nowhere_is_noticed_after_a_minute(town: Town) -> None:
    look_for(town, minutes=1)
    town.anna.account.types("My times")
    for _minute in range(3):
        at = int(town.hand.now().timestamp())
        town.telegram.webhook_trouble = WebhookTrouble(at, "Wrong response: 502 Bad Gateway")
        look_for(town, minutes=1)
    assert reasons(town) == [NOT_BROUGHT]
    town.settle()
    look_for(town, minutes=1)
    assert reasons(town) == []


def test_what_telegram_can_t_bring_is_an_outage(town: Town) -> None:
    """The program runs and looks; that alone doesn't make it there."""
    look_for(town, minutes=1)
    town.anna.account.types("My times")
    for _minute in range(4):
        at = int(town.hand.now().timestamp())
        town.telegram.webhook_trouble = WebhookTrouble(at, "Wrong response: 502 Bad Gateway")
        town.hand.nobody_there(40)
        look_for(town, seconds=20)
    assert outages_of(town) == []
    town.settle()
    (outage,) = outages_of(town)
    assert outage.ended_at is not None and outage.ended_at - outage.began_at > TAPS_WAIT


def test_updates_that_come_at_once_end_one_outage(town: Town) -> None:
    look_for(town, minutes=1)
    town.hand.nobody_there(600)

    async def at_once() -> None:
        await asyncio.gather(*(town.app.presence.note() for _each in range(5)))

    run_in(town, at_once())
    assert len(outages_of(town)) == 1


def test_a_webhook_to_which_nothing_comes_is_none(town: Town) -> None:
    look_for(town, minutes=1)
    for _minute in range(20):
        town.hand.nobody_there(20)
        look_for(town, seconds=40)
    assert outages_of(town) == []


def test_a_failure_of_yesterday_is_no_news(town: Town) -> None:
    look_for(town, seconds=1)
    town.telegram.webhook_trouble = WebhookTrouble(
        int(town.hand.now().timestamp()) - 86400, "Connection refused"
    )
    town.anna.account.types("My times")
    look_for(town, minutes=3)
    assert reasons(town) == []


# --- going over


def gone_over(practice: Practice, open_practice: Opener, url: str, by: str) -> Practice:
    """The same practice and the same Telegram after a restart with other settings."""
    practice._runner.run(practice.app.send.drain())
    return open_practice(url, world=(practice.hand, practice.telegram), by=by)


@pytest.mark.parametrize(("first", "second"), [("polling", "webhook"), ("webhook", "polling")])
def test_going_over_loses_nothing_and_does_nothing_twice(
    database_url: str, open_practice: Opener, first: str, second: str
) -> None:
    practice = open_practice(database_url, by=first)
    cast = Cast(practice)
    cast.welcome()
    cast.anna.account.types("/help")
    if first == "polling":  # fetched and stored, but not yet confirmed to Telegram
        practice._runner.run(practice.app.receive.step(0))
        assert practice.telegram.pending == 1
    else:  # stored, but the answer didn't get through
        deliver_without_answer(practice)
        assert practice.telegram.pending == 1
    cast.ben.account.types("My times")
    cast.anna.account.types("My times")

    later = Cast.of(gone_over(practice, open_practice, database_url, second))
    later.practice.settle()
    assert later.practice.telegram.pending == 0
    assert [text.split(".")[0] for text in later.anna.hears()] == [
        "I'm a program",
        "No times are booked for you here",
    ]
    assert len(later.ben.hears()) == 1
    is_set = later.practice.telegram.webhook is not None
    assert is_set is (second == "webhook")

    back = Cast.of(gone_over(later.practice, open_practice, database_url, first))
    back.ben.account.types("/help")
    back.practice.settle()
    back.practice.wait(minutes=1)
    assert len(back.ben.hears()) == 1 and back.anna.hears() == []
    assert back.practice.telegram.violations == []


def deliver_without_answer(practice: Practice) -> None:
    """Bring what waits to the program, and lose its 200 on the way back."""
    update = practice.telegram.exchange.updates.pending()[0]
    assert practice.app.webhook is not None
    transport = InProcessTransport(practice.app.webhook.app())
    headers = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}

    async def bring() -> None:
        async with httpx.AsyncClient(transport=transport) as client:
            await client.post(WEBHOOK["webhook_url"], json=update.json(), headers=headers)

    practice._runner.run(bring())


def test_a_locked_database_makes_telegram_come_again_until_it_is_handled_once(town: Town) -> None:
    town.settle()
    town.anna.account.types("My times")
    refused = town.telegram.exchange.unix_time()

    async def unlock_after_the_first_try() -> None:
        bringing = asyncio.create_task(ByWebhook(town.telegram, town.hand).bring(town.app))
        with town.locked():
            await town.telegram.change.until(lambda: town.telegram.webhook_trouble is not None)
        await bringing

    run_in(town, unlock_after_the_first_try())
    trouble = town.telegram.webhook_trouble
    assert trouble is not None and "503" in trouble.message and trouble.at >= refused
    town.settle()
    assert len(town.anna.hears()) == 1
