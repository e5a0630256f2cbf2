"""`check`: a table of what works and what would fail at night."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.clock import Clock
from bot.commands.alert_checks import in_words
from bot.commands.holiday_checks import check_holidays
from bot.rules.expected_alerts import Counts
from bot.settings import read_settings
from tests.clock import melbourne
from tests.commands.conftest import NOBODY_ANSWERS, Operator, findings
from tests.mail_server import FROM, MailServer
from tests.practice import KEY, TOKEN
from tests.records import later_version

OTHER_KEY = "00" * 32
NO_MAIL_SERVER = "smtp://127.0.0.1:9?from=bot@example.org"


def test_a_practice_in_which_all_is_well(whole: Operator) -> None:
    found = findings(whole, 0)
    for verified_once_a_year in ("help lines", "outside bodies"):
        assert found.pop(verified_once_a_year)[0] in ("ok", "warn")
    assert {mark for mark, _ in found.values()} == {"ok"}
    assert found["token"] == ("ok", "@simulated_bot")
    assert found["database"] == ("ok", "sqlite, tables up to date")
    assert found["keys"] == ("ok", "open what is stored")
    assert found["clock"] == ("ok", "agrees with Telegram's")
    assert found["staff: manager"] == ("ok", "1 of 1 connected")
    assert found["time zone"] == ("ok", "Australia/Melbourne")
    assert found["mail"] == ("ok", f"from {FROM}, by 127.0.0.1")
    assert found["alarms"] == ("ok", "to OPERATOR_CHAT and OPERATOR_MAIL")


def test_it_changes_nothing(whole: Operator) -> None:
    before = whole.everything()
    findings(whole, 0)
    assert whole.everything() == before


def test_a_practice_that_has_just_begun(connected: Operator) -> None:
    connected.sets(PRACTICE_TIME_ZONE=None)
    found = findings(connected, 1)
    mark, why = found["staff: manager"]
    assert mark == "FAIL" and why.startswith("0 of 1 connected: nobody would hear")
    assert found["staff: psychologist"] == ("warn", "0 of 1 connected")
    assert found["staff: senior"] == ("warn", "0 of 0 connected")
    assert found["time zone"][0] == "FAIL"
    assert found["help lines"][0] == "FAIL"
    assert found["outside bodies"][0] == "warn"
    assert found["phone"][0] == "warn"
    assert found["alarms"][0] == found["mail"][0] == "warn"


@pytest.mark.parametrize(
    ("setting", "value", "what", "mark", "why"),
    [
        ("TELEGRAM_BOT_TOKEN", "1000000:wrong", "token", "FAIL", "Telegram doesn't know"),
        ("TELEGRAM_API_URL", NOBODY_ANSWERS, "token", "FAIL", "Telegram can't be reached"),
        ("TELEGRAM_API_URL", NOBODY_ANSWERS, "clock", "warn", "could not be compared"),
        ("ENCRYPTION_KEYS", OTHER_KEY, "keys", "FAIL", "doesn't open what is stored"),
        ("ENCRYPTION_KEYS", f"{OTHER_KEY},{KEY}", "keys", "ok", "open what is stored"),
        ("DATABASE_URL", "sqlite:////no/such/folder/x", "database", "FAIL", "can't be reached"),
        ("DATABASE_URL", "sqlite://", "database", "FAIL", "can't be used"),
        ("PRACTICE_REGION", "", "holidays", "warn", "regions have their own: ACT, NSW"),
        ("PRACTICE_HOLIDAYS", "none", "holidays", "ok", "you work on them"),
        ("PRACTICE_CLOSED", "2020-12-24", "closed days", "warn", "no day that is still to come"),
        ("PRACTICE_CLOSED", "2020-12-24, 2099-12-24", "closed days", "ok", "next Thu 24 Dec 2099"),
        ("PRACTICE_CLOSED", "2099-01-01 - 2099-01-02", "closed days", "ok", " to Fri 2 Jan 2099"),
        ("PRACTICE_TIME_ZONE", "", "time zone", "FAIL", "PRACTICE_TIME_ZONE is not set"),
        ("PRACTICE_PHONE", "", "phone", "warn", "clients are told to phone without a number"),
        ("ON_DUTY", "Nobody: Mon-Fri 9-17", "on duty", "FAIL", "Nobody is nobody of the staff"),
        ("ON_DUTY", "dr lindqvist: Mon-Sun 0-0", "on duty", "ok", "dr lindqvist"),
        ("OPERATOR_CHAT", "", "alarms", "ok", "to OPERATOR_MAIL"),
        ("OPERATOR_MAIL", "", "alarms", "ok", "to OPERATOR_CHAT"),
        ("SMTP_URL", "", "mail", "FAIL", "OPERATOR_MAIL is set and SMTP_URL isn't"),
        (
            "SMTP_URL",
            NO_MAIL_SERVER,
            "mail",
            "FAIL",
            "it can't be reached (ConnectionRefusedError)",
        ),
    ],
)
def test_each_thing_that_can_be_wrong(
    whole: Operator, setting: str, value: str, what: str, mark: str, why: str
) -> None:
    whole.sets(**{setting: value})
    found = whole.types("check")
    (line,) = (each for each in found.stdout.splitlines() if each[6:].startswith(what))
    assert line[:4].strip() == mark and why in line
    assert found.exit_code == (1 if "FAIL" in found.stdout else 0)


@pytest.mark.parametrize(
    ("country", "lines", "holidays"),
    [
        ("ZZ", ("warn", "no line is known for ZZ"), "none are known for ZZ"),
        ("", ("FAIL", "PRACTICE_COUNTRY is not set"), "PRACTICE_COUNTRY is not set"),
    ],
)
def test_a_country_that_is_not_known(
    whole: Operator, country: str, lines: tuple[str, str], holidays: str
) -> None:
    whole.sets(PRACTICE_COUNTRY=country, PRACTICE_REGION="")
    found = findings(whole, int(lines[0] == "FAIL"))
    assert found["help lines"][0] == lines[0] and found["help lines"][1].startswith(lines[1])
    assert found["holidays"][0] == "warn" and found["holidays"][1].startswith(holidays)
    assert found["outside bodies"] == ("warn", f"none is known for {country or 'no country'}")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-03 23:59", "next Melbourne Cup Day, Tue 3 Nov 2026"),
        ("2026-11-04 00:00", "next Christmas Day, Fri 25 Dec 2026"),
        ("2026-12-29 10:00", "next New Year's Day, Fri 1 Jan 2027"),
    ],
)
def test_the_next_holiday_is_said(whole: Operator, at: str, said: str) -> None:
    values = {name.lower(): value for name, value in whole.environment.items() if value}
    (found,) = check_holidays(read_settings(**values), melbourne(at))
    assert (found.mark, found.finding) == ("ok", said)


def test_it_signs_in_at_the_mail_server_and_sends_nothing(
    whole: Operator, server: MailServer
) -> None:
    server.options = {"authenticator": server.authenticates, "auth_require_tls": False}
    whole.sets(SMTP_URL=server.url.replace("//", "//bob:planted@"))
    mark, why = findings(whole, 1)["mail"]
    assert (mark, "it refuses user and password" in why) == ("FAIL", True)
    assert "planted" not in why
    whole.sets(SMTP_URL=server.url.replace("//", "//bob:sesame@"))
    assert findings(whole, 0)["mail"][0] == "ok"
    assert server.taken == []


def test_managers_without_a_mail_address_are_named(whole: Operator) -> None:
    whole.gets("staff", "mail", "Maria Santos", "none")
    mark, why = findings(whole, 0)["staff: mail"]
    assert (mark, "Maria Santos" in why, "Lindqvist" in why) == ("warn", True, False)


@contextmanager
def answering(head: str) -> Iterator[str]:
    """A server of the outside world that answers everything in these words."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    with connection:
                        connection.recv(65536)
                        connection.sendall(head.encode())

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
    thread.join(timeout=5)


@pytest.mark.parametrize(
    ("head", "mark", "why"),
    [
        ("HTTP/1.1 404 Not Found\r\nDate: {hour_ago}\r\n\r\n", "FAIL", "3600 s off; reminders"),
        ("HTTP/1.1 200 OK\r\nDate: {now}\r\n\r\n", "ok", "agrees with Telegram's"),
        ("HTTP/1.1 200 OK\r\n\r\n", "warn", "the server doesn't say its time"),
        ("HTTP/1.1 200 OK\r\nDate: soon\r\n\r\n", "warn", "the server doesn't say its time"),
        ("HTTP/1.1 200 OK\r\nDate: 1 Jan 2026 00:00:00 -0000\r\n\r\n", "warn", "doesn't say its time"),
        ("220 mail.example ESMTP\r\n", "warn", "Telegram can't be reached"),
    ],
)  # fmt: skip
def test_the_machine_s_clock(whole: Operator, head: str, mark: str, why: str) -> None:
    now = Clock().now()
    dates = {"now": now, "hour_ago": now - timedelta(hours=1)}
    said_dates = {name: format_datetime(at) for name, at in dates.items()}
    with answering(head.format(**said_dates)) as url:
        whole.sets(TELEGRAM_API_URL=url)
        said = whole.types("check").stdout
    (line,) = (each for each in said.splitlines() if each[6:].startswith("clock"))
    line = re.sub(r"36\d\d s", "3600 s", line)
    assert line[:4].strip() == mark and why in line


def test_an_older_database_is_a_finding(
    whole: Operator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later_version.install(monkeypatch, tmp_path)
    mark, why = findings(whole, 1)["database"]
    assert mark == "FAIL" and why.startswith("The database is of an older version")


# --- the webhook

HOOK = "https://bot.example.org/telegram"


def call(operator: Operator, method: str, **parameters: Any) -> None:
    address = operator.environment["TELEGRAM_API_URL"]
    assert httpx.post(f"{address}/bot{TOKEN}/{method}", json=parameters).json()["ok"]


@pytest.fixture
def hooked(whole: Operator) -> Iterator[Operator]:
    """A practice whose settings name a webhook that nobody serves."""
    whole.sets(WEBHOOK_URL=HOOK, WEBHOOK_SECRET="planted-secret")
    yield whole
    call(whole, "deleteWebhook", drop_pending_updates=True)


def test_without_a_webhook_nothing_is_said_of_it(whole: Operator) -> None:
    assert "webhook" not in findings(whole, 0)


def test_a_webhook_that_run_has_not_set_yet_or_that_was_taken_away(hooked: Operator) -> None:
    not_set = ("warn", "not set at Telegram; `run` sets it")
    assert findings(hooked, 0)["webhook"] == not_set
    call(hooked, "setWebhook", url="https://another.example.org/")
    assert findings(hooked, 0)["webhook"] == not_set


def test_a_webhook_that_stands(hooked: Operator) -> None:
    call(hooked, "setWebhook", url=HOOK)
    assert findings(hooked, 0)["webhook"] == ("ok", "set; waiting: 0")
    assert "planted" not in hooked.types("check").output


def test_a_webhook_that_telegram_can_t_get_through_to(hooked: Operator) -> None:
    nowhere = f"{NOBODY_ANSWERS}/telegram"
    hooked.sets(WEBHOOK_URL=nowhere)
    call(hooked, "setWebhook", url=nowhere)
    address = hooked.environment["TELEGRAM_API_URL"]
    person = httpx.post(f"{address}/simulator/people", json={"name": "Anna"}).json()
    httpx.post(f"{address}/simulator/people/{person['id']}/type", json={"text": "planted"})
    while (
        "last_error_date" not in httpx.get(f"{address}/bot{TOKEN}/getWebhookInfo").json()["result"]
    ):
        pass
    mark, why = findings(hooked, 1)["webhook"]
    assert mark == "FAIL"
    assert why.startswith("Telegram doesn't get through; waiting: 1; last failure ")
    assert why.endswith(" UTC: Webhook connection closed")


def test_a_telegram_that_can_t_be_asked_about_the_webhook(hooked: Operator) -> None:
    working = hooked.environment["TELEGRAM_API_URL"]
    hooked.sets(TELEGRAM_API_URL=NOBODY_ANSWERS)
    assert findings(hooked, 1)["webhook"] == ("warn", "Telegram can't be asked about it")
    hooked.sets(TELEGRAM_API_URL=working)


# --- how many alerts to expect


def test_a_fresh_practice_reads_what_our_test_suggests(whole: Operator) -> None:
    mark, why = findings(whole, 0)["danger alerts"]
    assert mark == "ok"
    assert why.startswith(
        "no whole week is counted yet. 100 clients who write one text a week each"
    )
    assert "our test of the word lists and model: 9 of 893 ordinary texts taken for danger" in why


COUNTS = Counts(clients=12, weeks=4, texts=85, high=1, possible=0)


def test_expected_alerts_are_said_as_a_range_with_how_they_were_reckoned() -> None:
    assert in_words(COUNTS, uses_model=False) == (
        "12 clients wrote 85 texts in 4 whole weeks, 1 with words of danger and 0 that might be; "
        "expect 0 to 12 alerts and 0 to 7.6 questions a week per 100 clients. Of the alerts 0.1 to 1.4 "
        "a week may be no danger (our test of the word lists: 2 of 893 ordinary texts taken for danger)"
    )


@pytest.mark.parametrize(
    ("country", "why"), [("SE", "hours of Självmordslinjen"), ("PL", "hours of Niebieska Linia")]
)
def test_what_no_source_says_of_a_line_is_named(whole: Operator, country: str, why: str) -> None:
    whole.sets(PRACTICE_COUNTRY=country, PRACTICE_REGION="")
    mark, said = findings(whole, 0)["help lines"]
    assert mark == "warn" and said.startswith(f"unverified: {why}")
