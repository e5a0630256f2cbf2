"""What the operator's watch sees: well or not, and why; counts, and never words."""

from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.loops.prepared import Town, run_in
from tests.loops.test_mail_run import mail_maria

NO_MAIL_SERVER = "smtp://127.0.0.1:9?from=bot@example.org"
LOOPS = ("receive", "work", "tick", "send")


def get(town: Town, path: str) -> httpx.Response:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(town.app.health.app())
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(path)

    response: httpx.Response = run_in(town, ask())
    return response


def health(town: Town) -> tuple[int, list[str]]:
    response = get(town, "/health")
    return response.status_code, response.json()["reasons"]


def all_loops_beat(town: Town) -> None:
    """As they do whenever they look around."""
    for loop in town.app.loops:
        loop.state.beat_at = town.hand.monotonic()


def samples(town: Town) -> dict[tuple[str, ...], float]:
    text = get(town, "/metrics").text
    families: Any = text_string_to_metric_families(text)
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
    }


def test_a_program_that_has_just_started_is_well(town: Town) -> None:
    response = get(town, "/health")
    assert (response.status_code, response.json()) == (200, {"status": "well", "reasons": []})


def test_a_loop_that_has_gone_silent_is_named(town: Town) -> None:
    town.hand.wait(61)
    assert health(town) == (503, [f"the {name} loop is silent" for name in LOOPS])
    assert get(town, "/health").json()["status"] == "not well"
    all_loops_beat(town)
    assert health(town) == (200, [])


def test_an_update_that_nobody_works_is_noticed_after_half_a_minute(town: Town) -> None:
    town.anna.account.types("My times")
    town.do("receive")
    town.hand.wait(30)
    assert health(town) == (200, [])
    town.hand.wait(1)
    assert health(town) == (503, ["an update waits to be worked"])
    town.do("work")
    assert health(town) == (200, [])


def test_a_message_that_is_not_sent_is_noticed_after_a_minute(town: Town) -> None:
    town.queue(town.anna, "hello")
    for seconds, status in ((60, 200), (1, 503)):
        town.hand.wait(seconds)
        all_loops_beat(town)
        assert health(town)[0] == status
    assert health(town)[1] == ["a message waits to be sent"]
    town.do("send")
    assert health(town) == (200, [])


def test_a_telegram_that_takes_no_messages_is_noticed(town: Town) -> None:
    town.queue(town.anna, "hello")
    town.telegram.faults.down = True
    town.let_run(minutes=3)
    all_loops_beat(town)
    assert health(town) == (
        503,
        ["Telegram can't be asked for updates", "a message waits to be sent"],
    )
    town.telegram.faults.down = False
    town.let_run(minutes=1)
    all_loops_beat(town)
    assert health(town) == (200, [])


def test_a_database_that_is_away_is_said(town: Town) -> None:
    with town.locked():
        assert health(town) == (503, ["the database can't be reached"])
        assert get(town, "/metrics").status_code == 503
    assert health(town) == (200, [])


def test_metrics_say_how_much_waits_and_what_came_of_what_was_sent(town: Town) -> None:
    began = town.hand.monotonic()
    town.receives_broken_block_of(town.anna)
    town.settle()
    town.wait(seconds=5)
    town.queue(town.ben, "x" * 5000)
    town.settle()
    town.ben.account.types("My times")
    town.do("receive")
    town.queue(town.ben, "hello")
    town.hand.wait(20)
    found = samples(town)
    assert found["inbox_oldest_seconds",] == 20
    assert found["outbox_oldest_seconds",] == 20
    assert found["inbox_parked",] == 1
    assert found["outbox_undeliverable",] == 1
    assert found["sends_total", "refused"] == 1
    assert found["sends_total", "sent"] >= 2
    assert [found["loop_restarts_total", name] for name in LOOPS] == [0] * 4
    since = town.hand.monotonic() - began  # stepped by hand, a loop's heart doesn't beat
    assert [found["loop_seconds_since_beat", name] for name in LOOPS] == pytest.approx([since] * 4)


def test_metrics_count_what_expired_over_a_restart(town: Town) -> None:
    for about in ("therapy_session:1", "therapy_session:2", "homework:1"):
        town.queue(town.anna, "too late", topic=about, good_until=town.hand.now())
    town.settle()
    town.start()
    found = samples(town)
    assert found["outbox_expired", "therapy_session"] == 2
    assert found["outbox_expired", "homework"] == 1


def test_neither_page_has_names_or_words_in_it(town: Town) -> None:
    town.anna.types("I want to die")
    for path in ("/health", "/metrics"):
        page = get(town, path).text
        assert not any(word in page for word in ("Anna", "die", "Riverside", "1000000"))


def test_a_mail_that_does_not_go_is_noticed_after_an_hour(practice_file: Path) -> None:
    with closing(Town(practice_file, smtp_url=NO_MAIL_SERVER)) as town:
        mail_maria(town)
        town.settle()
        town.wait(minutes=60)
        all_loops_beat(town)
        assert health(town) == (200, [])
        town.wait(minutes=1)
        all_loops_beat(town)
        assert health(town) == (503, ["a mail waits to be sent"])
        assert samples(town)[("mails_total", "try again")] > 3
