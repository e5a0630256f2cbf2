"""`setup`: from nothing to a practice that can be started; asked again, it changes what is asked."""

import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from sqlmodel import select

from bot.qr_codes import qr_lines
from bot.records.audit import AuditEntry
from bot.settings import Settings
from tests.commands.conftest import NOBODY_ANSWERS, Operator
from tests.commands.newcomer import ANSWERS, LINK, Newcomer, roles, sits_at, words, written
from tests.practice import KEY, TOKEN

REPOSITORY = str(Path(__file__).parents[2])
SECRETS = {"TELEGRAM_BOT_TOKEN", "ENCRYPTION_KEYS"}


@pytest.fixture
def bare(operator: Operator, telegram_url: str) -> Newcomer:
    return Newcomer(Path.cwd(), telegram_url)


# --- from nothing


def test_options_answer_everything(bare: Newcomer) -> None:
    said = bare.gets(*words(bare))
    assert "Telegram knows the bot as @simulated_bot." in said
    assert "Keep a copy of ENCRYPTION_KEYS" in said
    assert len(LINK.findall(said)) == 1
    assert "between-sessions invite 'Dr Okafor'" in said
    now = written()
    assert now["PRACTICE_NAME"] == ANSWERS["--name"]
    assert (now["PRACTICE_COUNTRY"], now["PRACTICE_TIME_ZONE"]) == ("GB", "Europe/London")
    assert not any(now[secret] in said for secret in SECRETS)
    assert roles(bare) == {
        "Maria Santos": {"manager"}, "Dr Lindqvist": {"senior"}, "Dr Okafor": {"psychologist"},
    }  # fmt: skip
    for file in (Path(".env"), bare.file):
        assert file.stat().st_mode & 0o777 == 0o600
    actions = bare.looks(lambda db: db.exec(select(AuditEntry.action)).all())
    assert actions == ["add staff"] * 3 + ["invite"]


def test_what_it_wrote_is_what_the_other_commands_need(bare: Newcomer) -> None:
    bare.gets(*words(bare))
    bare.gets("client", "add", "--name", "Anna Brown", "--psychologist", "Dr Okafor")
    assert LINK.fullmatch(bare.gets("invite", "Anna Brown").strip())


def test_one_person_in_every_role(bare: Newcomer) -> None:
    alone = {"manager": "Dr Solo", "senior": "dr  solo", "psychologist": "Dr Solo"}
    refused = bare.is_refused(*words(bare, **alone))
    assert "--outside-contact (one person hears everything" in refused
    assert not Path(".env").exists() and not bare.file.exists()
    bare.gets(*words(bare, **alone, outside_contact="Dr Far, 020 7946 0001"))
    assert roles(bare) == {"Dr Solo": {"manager", "senior", "psychologist"}}
    assert written()["OUTSIDE_CONTACT"] == "Dr Far, 020 7946 0001"


def test_nobody_outside_may_be_said_plainly(bare: Newcomer) -> None:
    alone = {"manager": "Dr Solo", "senior": None, "psychologist": "Dr Solo"}
    bare.gets(*words(bare, **alone, outside_contact=""))


def test_without_a_terminal_all_that_is_missing_is_named_at_once(bare: Newcomer) -> None:
    assert bare.is_refused("setup", "--api-url", bare.api_url) == (
        "No terminal is there to ask, so these must be said: --token, --name, --country, "
        "--time-zone, --manager, --psychologist. Nothing was changed."
    )
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"token": "nonsense"}, "--token: It looks like 123456:letters, as BotFather gives it."),
        ({"token": "1000000:wrong"}, "--token: Telegram doesn't know TELEGRAM_BOT_TOKEN."),
        ({"name": ""}, "--name: Something must stand here."),
        ({"name": "x" * 101}, "--name: It has 1 to 100 printable characters."),
        ({"name": "Bell\x07"}, "--name: It has 1 to 100 printable characters."),
        ({"country": "Australia"}, "--country: It is a country's two letters"),
        ({"country": "XX"}, "--country: It is a country's two letters"),
        ({"country": "AU"}, "these must be said: --time-zone."),
        ({"region": "VIC"}, "--region: The regions of GB are ENG, NIR, SCT, WLS."),
        ({"country": "SG", "region": "VIC"}, "--region: No region of SG has holidays of its own"),
        ({"time_zone": "London"}, "--time-zone: «London» is not a time zone."),
        ({"time_zone": "1"}, None),
        ({"hours": "whenever"}, "--hours: "),
        ({"phone": "ask"}, "--phone: «ask» is not a telephone number."),
        ({"operator_chat": "me"}, "--operator-chat: "),
        ({"manager": " "}, "--manager: Something must stand here."),
        ({"senior": "x" * 101}, "--senior: A name has 1 to 100 printable characters."),
        ({"psychologist": None}, "these must be said: --psychologist."),
        ({"bot_name": "x" * 65}, "It has 1 to 64 printable characters."),
        ({"api_url": NOBODY_ANSWERS}, "Telegram can't be reached"),
        ({"api_url": "telegram"}, "--api-url: It begins with https://."),
        ({"database_url": "mysql://x"}, "DATABASE_URL can't be used"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_a_sentence_and_nothing_is_half_done(
    bare: Newcomer, wrong: dict[str, str | None], sentence: str | None
) -> None:
    if sentence is None:  # the number of a list is taken, also where nobody saw the list
        bare.gets(*words(bare, **wrong))
        assert written()["PRACTICE_TIME_ZONE"] == "Europe/London"
        return
    result = bare.types(*words(bare, **wrong))
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert list(Path.cwd().iterdir()) == []


# --- once more


def test_once_more_changes_nothing(bare: Newcomer) -> None:
    bare.gets(*words(bare))
    file, database = Path(".env").read_bytes(), bare.everything()
    said = bare.gets(*words(bare))
    assert ".env: 0 changes.\nStaff: 0 changes." in said
    assert not LINK.search(said), "the manager's link is good still"
    assert (Path(".env").read_bytes(), bare.everything()) == (file, database)
    bare.gets("setup")
    assert (Path(".env").read_bytes(), bare.everything()) == (file, database)


def test_an_option_changes_what_it_names_and_keeps_what_others_wrote(bare: Newcomer) -> None:
    bare.gets(*words(bare))
    before = Path(".env").read_text() + "# ours\nQUIET_HOURS=none\n"
    Path(".env").write_text(before)
    said = bare.gets("setup", "--phone", "020 7946 0009", "--psychologist", "Maria Santos")
    assert "now has: PRACTICE_PHONE." in said
    assert "Staff with a role more: 1. Maria Santos (psychologist)." in said
    assert Path(".env").read_text() == before.replace("020 7946 0000", "020 7946 0009")
    assert roles(bare)["Maria Santos"] == {"manager", "psychologist"}


def test_an_empty_answer_empties(bare: Newcomer) -> None:
    bare.gets(*words(bare))
    bare.gets("setup", "--phone", "")
    assert written()["PRACTICE_PHONE"] == ""


def test_lost_keys_are_not_replaced(bare: Newcomer) -> None:
    bare.gets(*words(bare))
    bare.gets("client", "add", "--name", "Anna Brown", "--psychologist", "Dr Okafor")
    whole = Path(".env").read_text()
    Path(".env").write_text(re.sub("ENCRYPTION_KEYS=.*\n", "", whole))
    assert "put the keys back" in bare.is_refused(*words(bare))
    Path(".env").write_text(re.sub("ENCRYPTION_KEYS=.*", f"ENCRYPTION_KEYS={KEY}", whole))
    assert "doesn't open what is in the database" in bare.is_refused(*words(bare))
    Path(".env").write_text(whole)
    assert "«anna brown» is not on the staff" in bare.is_refused("setup", "--manager", "anna brown")


def test_the_environment_goes_first(bare: Newcomer) -> None:
    bare.sets(PRACTICE_PHONE="1234", ENCRYPTION_KEYS=KEY)
    assert "PRACTICE_PHONE is set in the environment" in bare.is_refused(*words(bare))
    bare.gets(*words(bare, phone=None))
    assert not {"PRACTICE_PHONE", "ENCRYPTION_KEYS"} & written().keys()


def test_a_file_that_can_t_be_read_is_left_alone(bare: Newcomer) -> None:
    Path(".env").write_bytes(b"\xff\xfe")
    assert ".env can't be read (UnicodeDecodeError)" in bare.is_refused(*words(bare))
    Path(".env").unlink()
    Path(".env").mkdir()
    assert ".env can't be read (IsADirectoryError)" in bare.is_refused(*words(bare))


# --- the bot's looks


def get(operator: Newcomer, method: str) -> dict[str, str]:
    found = httpx.get(f"{operator.api_url}/bot{TOKEN}/{method}").json()["result"]
    assert isinstance(found, dict)
    return found


def test_the_bot_is_given_a_neutral_name_on_a_yes(bare: Newcomer) -> None:
    bare.gets(*words(bare, bot_name="Times"))
    assert get(bare, "getMyName") == {"name": "Times"}
    assert "call 999" in get(bare, "getMyDescription")["description"]
    result = sits_at(bare, *[""] * 12, "y")
    assert "The bot is called «Appointments»." in result.output
    assert get(bare, "getMyName") == {"name": "Appointments"}


def test_what_telegram_refuses_is_said_and_the_rest_goes_on(bare: Newcomer) -> None:
    faults = f"{bare.api_url}/simulator/faults"
    httpx.post(faults, json={"kind": "too_many_requests", "method": "setMyProfilePhoto"})
    said = bare.gets(*words(bare, bot_name="Times"))
    assert "Telegram did not take the picture. In BotFather /setuserpic sets it." in said
    assert "The bot is called «Times»." in said
    assert LINK.search(said)


# --- in a terminal


@pytest.mark.parametrize(("encoding", "is_drawn"), [("utf-8", True), ("latin-1", False)])
def test_the_link_is_drawn_where_somebody_looks_and_blocks_can_be_shown(
    bare: Newcomer, encoding: str, is_drawn: bool
) -> None:
    ours, theirs = os.openpty()
    names = {name.upper() for name in Settings.model_fields}
    environment = {name: each for name, each in os.environ.items() if name not in names}
    subprocess.run(
        [sys.executable, "-m", "bot", *words(bare, name="Riverside")],
        env={**environment, "PYTHONPATH": REPOSITORY, "PYTHONIOENCODING": encoding},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        timeout=60,
        check=True,
    )
    os.close(theirs)
    said = b""
    with suppress(OSError):  # so a terminal ends
        while part := os.read(ours, 65536):
            said += part
    os.close(ours)
    shown = said.decode(encoding).replace("\r\n", "\n")
    link = LINK.search(shown)
    assert link is not None
    assert (qr_lines(link[0]).strip() in shown) is is_drawn
