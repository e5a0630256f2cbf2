"""Settings: .env.example lists them all, and whatever is wrong is said in sentences, at once."""

from datetime import time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr
from pydantic_core import PydanticUndefined

from bot.records import encryption
from bot.rules.due import QuietHours
from bot.rules.practice import LateCancellation
from bot.settings import Settings, SettingsError, read_settings
from tests.practice import KEY

EXAMPLE = Path(__file__).parents[1] / ".env.example"
TOKEN = "7700123:planted-token"
REQUIRED = {"TELEGRAM_BOT_TOKEN": TOKEN, "ENCRYPTION_KEYS": KEY}
NAMES = [name.upper() for name in Settings.model_fields]


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting comes from the machine: neither its environment nor a .env lying about."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def setting(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in REQUIRED.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def example_lines() -> list[str]:
    return EXAMPLE.read_text("utf-8").splitlines()


def example_values() -> dict[str, str]:
    pairs = (line.partition("=") for line in example_lines() if line and line[0] != "#")
    return {name: value for name, _, value in pairs}


# --- .env.example


def test_the_example_lists_every_setting_and_no_other_in_the_same_order() -> None:
    assert list(example_values()) == NAMES


def test_each_setting_of_the_example_has_its_comment() -> None:
    lines = example_lines()
    for number, line in enumerate(lines):
        if line and not line.startswith("#"):
            assert lines[number - 1].startswith("# ") and not lines[number - 2], line


@pytest.mark.parametrize("name", NAMES)
def test_the_example_says_the_default(name: str) -> None:
    default, value = Settings.model_fields[name.lower()].default, example_values()[name]
    if default is PydanticUndefined or name == "PRACTICE_TIME_ZONE":
        assert value == ""  # to be filled in; `check` insists on the time zone
    else:
        plain = default.get_secret_value() if isinstance(default, SecretStr) else default
        assert value == ("" if plain is None else str(plain))


def test_the_example_works_once_token_and_keys_are_filled_in() -> None:
    text = EXAMPLE.read_text("utf-8")
    for name, value in REQUIRED.items():
        text = text.replace(f"{name}=\n", f"{name}={value}\n")
    Path(".env").write_text(text, "utf-8")
    settings = read_settings()
    assert settings == Settings(telegram_bot_token=TOKEN, encryption_keys=KEY, _env_file=None)  # type: ignore[arg-type, call-arg]  # as the environment gives them
    assert settings.bot_id == 7700123
    assert "practice_time_zone" not in settings.model_fields_set


def test_the_environment_goes_before_the_file(setting: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("PRACTICE_NAME=In the file\nPRACTICE_PHONE=1\nSOMETHING_ELSE=2\n")
    setting.setenv("PRACTICE_NAME", "In the environment")
    settings = read_settings()
    assert (settings.practice_name, settings.practice_phone) == ("In the environment", "1")


# --- what they mean


def test_the_practice_that_settings_describe(setting: pytest.MonkeyPatch) -> None:
    setting.setenv("PRACTICE_COUNTRY", " uk ")
    setting.setenv("PRACTICE_TIME_ZONE", "Europe/London")
    setting.setenv("REMINDER_LEAD_TIMES", "1d, 3d, 24h")
    setting.setenv("LATE_CANCELLATION", "48h: Half the fee: always.")
    setting.setenv("OPERATOR_CHAT", "501")
    setting.setenv("SMTP_URL", "smtps://bob:planted@mail.example.org?from=bot@example.org")
    setting.setenv("OPERATOR_MAIL", " operator@example.org ")
    practice = read_settings().practice()
    assert (practice.country, practice.zone) == ("GB", ZoneInfo("Europe/London"))
    assert practice.lead_times == (timedelta(days=3), timedelta(days=1))
    assert practice.check_in_delay == timedelta(hours=3)
    assert practice.quiet_hours == QuietHours(time(21), time(8))
    assert practice.late_cancellation == LateCancellation(
        timedelta(hours=48), "Half the fee: always."
    )
    assert practice.operator_chat == 501
    assert (practice.has_mail, practice.operator_mail) == (True, "operator@example.org")
    assert practice.hours.zone == practice.zone


@pytest.mark.parametrize("none", ["", "none", "Off", "8:00-8:00"])
def test_quiet_hours_can_be_none(setting: pytest.MonkeyPatch, none: str) -> None:
    setting.setenv("QUIET_HOURS", none)
    assert read_settings().practice().quiet_hours is None


def test_quiet_hours_may_have_a_long_dash(setting: pytest.MonkeyPatch) -> None:
    setting.setenv("QUIET_HOURS", "22–7:30")
    assert read_settings().practice().quiet_hours == QuietHours(time(22), time(7, 30))


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_setting_is_one_that_isn_t_set(setting: pytest.MonkeyPatch, name: str) -> None:
    if name in REQUIRED or name == "QUIET_HOURS":
        return
    usual = read_settings()
    setting.setenv(name, "")
    assert read_settings() == usual


def test_an_address_loses_its_last_slash(setting: pytest.MonkeyPatch) -> None:
    setting.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081/")
    assert read_settings().telegram_api_url == "http://127.0.0.1:8081"


# --- the webhook


@pytest.mark.parametrize(
    "url",
    [
        "https://bot.example.org", "https://bot.example.org/", "https://bot.example.org:8443/a-b_c~d.e",
        "https://203.0.113.7:88/x", "https://[2001:db8::1]:443/x",
    ],
)  # fmt: skip
def test_an_address_that_telegram_comes_to(setting: pytest.MonkeyPatch, url: str) -> None:
    setting.setenv("WEBHOOK_URL", url)
    setting.setenv("WEBHOOK_SECRET", "s" * 256)
    assert read_settings().webhook_url == url


def test_a_webhook_needs_its_secret(setting: pytest.MonkeyPatch) -> None:
    setting.setenv("WEBHOOK_URL", "https://bot.example.org/telegram")
    with pytest.raises(SettingsError) as error:
        read_settings()
    (sentence,) = error.value.sentences
    assert sentence.startswith("WEBHOOK_SECRET is missing: WEBHOOK_URL needs one.")


@pytest.mark.parametrize("host", ["127.0.0.1:8082", "localhost:5000", "[::1]:8082"])
def test_this_machine_is_taken_only_away_from_the_real_telegram(
    setting: pytest.MonkeyPatch, host: str
) -> None:
    setting.setenv("WEBHOOK_URL", f"http://{host}/hook")
    setting.setenv("WEBHOOK_SECRET", "s3cret")
    with pytest.raises(SettingsError):
        read_settings()
    setting.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081")
    assert read_settings().webhook_url == f"http://{host}/hook"
    setting.setenv("WEBHOOK_URL", "http://bot.example.org/hook")
    with pytest.raises(SettingsError):
        read_settings()


# --- what is refused

BAD = {
    "TELEGRAM_BOT_TOKEN": ["planted", "planted:7700123", "7700123:", ":planted", "1:plan ted"],
    "TELEGRAM_API_URL": [
        "api.telegram.org", "ftp://x", "https://", "https://api.telegram.org/bot", "http://[x",
        "http://a:99999", "http://a b", "http://a/?x=1",
    ],
    "WEBHOOK_URL": [
        "bot.example.org", "http://bot.example.org/x", "https://", "https://a:8082/x", "https://a/x?y=1",
        "https://bob:planted@a/x", "https://a/{x}", "https://a/ x", "http://127.0.0.1:8082/x",
        "https://a/x#y", "https://a:99999/",
    ],
    "WEBHOOK_SECRET": ["plan ted", "plänted", "planted!", "planted" * 37],
    "WEBHOOK_PORT": ["0", "-1", "65536", "https", "80.5"],
    "ENCRYPTION_KEYS": ["planted", "cGxhbnRlZA==", KEY[:-3], f"{KEY} planted", "'", ",", KEY + "€"],
    "PRACTICE_COUNTRY": ["Australia", "A", "A1", "ÄÖ"],
    "PRACTICE_REGION": ["VIC"],  # of which country?
    "PRACTICE_TIME_ZONE": ["Melbourne", "../etc/passwd", "/etc/passwd", "Australia", "UTC+11", "x\0"],
    "PRACTICE_HOURS": ["always", "Mon-Fri", "Mon-Fri 17-9", "Xxx 9-17", "Mon 9-25", "Mon 9-17 18-19"],
    "PRACTICE_HOLIDAYS": ["some", "VIC", "yes"],
    "PRACTICE_CLOSED": [
        "Christmas", "24 Dec 2026", "2026-12-24; soon", "2026-02-30", "2027-01-08 - 2026-12-28",
        "2026-12-28 - 2062-01-08", "2026-12-24 - 2026-12-25 - 2026-12-26", "12-24",
    ],
    "ON_DUTY": ["Maria Santos", "Maria Santos:", ": Mon 9-17", "Mon-Fri 9:00-17:00", "Maria: Mon 9-25"], "DANGER_ANSWER_TIME": ["soon", "10", "1m", "61m", "off"],
    "REMINDER_LEAD_TIMES": ["a while", "3d 1d tomorrow", "-1d", "0d", "1d, 0s", "999999d", "3d,"],
    "REMINDER_WORDS": [
        "Bring a pen", "1d", "1d:", "soon: x", "5d: x", "1d: a; 1d: b", "24h: a; 1d: b", "1d: " + "x" * 201,
    ],
    "CHECK_IN_DELAY": ["later", "3", "-3h", "4d"],
    "CHECK_IN_QUESTIONS": ["no/such/file.toml", "/", str(EXAMPLE), "/dev/zero"],
    "QUIET_HOURS": ["night", "21:00", "21:00-25:00", "21:00-8:61", "9pm-8am"],
    "LATE_CANCELLATION": ["48h", "48h:", "soon: half the fee", ": half the fee"],
    "CASE_LOOK_TIME": ["soon", "0wd", "0s", "-1wd", "1wd 2wh", "1000wd", "1 week"],
    "CASE_ANSWER_TIME": ["later", "0wh", "0m", "1wx"],
    "MINIMUM_AGE": ["-1", "121", "adult", "17.5"],
    "TRIAGE_MODEL": ["perhaps"], "MESSAGES_PER_SECOND": ["0", "-3", "1001", "fast", "nan", "inf"],
    "HTTP_PORT": ["-1", "65536", "http", "80.5"],
    "OPERATOR_CHAT": ["@maria", "1.5"],
    "SMTP_URL": [
        "planted", "http://bob:planted@mail.example.org?from=a@b.org", "smtp://", "smtp://:planted@h?from=a@b.org",
        "smtp://bob:planted@mail.example.org:587", "smtp://bob@mail.example.org?from=a@b.org",
        "smtp://bob:plan ted@h?from=a@b.org", "smtp://bob:plänted@h?from=a@b.org",
        "smtp://bob:planted%0a@h?from=a@b.org", "smtp://bob:planted%C3%A4@h?from=a@b.org",
        "smtp://bob:planted@h:99999?from=a@b.org", "smtp://bob:planted@h:0?from=a@b.org",
        "smtp://bob:planted@h/x?from=a@b.org", "smtp://bob:planted@h?from=a@b.org#x",
        "smtp://bob:planted@h?from=a@b.org&tls=none", "smtp://bob:planted@h?from=", "smtp://bob:planted@[h?from=a@b.org",
        "smtp://bob:planted@h?from=a@b.org%0d%0aBcc:%20c@d.org", "smtp://bob:planted/x@h?from=a@b.org",
    ],
    "OPERATOR_MAIL": ["maria", "maria@", "@example.org", "a@b@c", "ma ria@example.org", "märia@example.org"],
    "STAFF_LOCK": ["soon", "30"],
}  # fmt: skip
SECRETS = ("TELEGRAM_BOT_TOKEN", "WEBHOOK_SECRET", "ENCRYPTION_KEYS", "DATABASE_URL", "SMTP_URL")
# Any text will do for these; DATABASE_URL is judged when it is opened (tests/test_commands.py).
FREE = {
    "DATABASE_URL",
    "PRACTICE_NAME",
    "PRACTICE_PHONE",
    "PRACTICE_REGION",
    "CLINICIAN_TITLE",
    "OUTSIDE_CONTACT",
}


def test_each_setting_that_can_be_wrong_is_tried() -> None:
    assert set(BAD) | FREE == set(NAMES)


@pytest.mark.parametrize(("name", "value"), [(name, bad) for name in BAD for bad in BAD[name]])
def test_a_wrong_value_gets_one_sentence(
    setting: pytest.MonkeyPatch, name: str, value: str
) -> None:
    if "\0" in value:  # an environment can't have it, a file can
        Path(".env").write_text(f'{name}="{value}"\n')
    else:
        setting.setenv(name, value)
    with pytest.raises(SettingsError) as error:
        read_settings()
    (sentence,) = error.value.sentences
    assert sentence.startswith(f"{name} can't be used: ")
    assert sentence.endswith(".") and not sentence.endswith("..") and "\n" not in sentence
    if name in SECRETS:
        assert "plan" not in sentence and KEY[:8] not in sentence


def test_all_that_is_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, values in BAD.items():
        monkeypatch.setenv(name, values[0])
    monkeypatch.setenv("DATABASE_URL", "postgresql://bob:planted@host/practice")
    with pytest.raises(SettingsError) as error:
        read_settings()
    assert [sentence.split()[0] for sentence in error.value.sentences] == list(BAD)
    assert "planted" not in str(error.value)


def test_what_is_missing_is_named_with_where_to_get_it() -> None:
    with pytest.raises(SettingsError) as error:
        read_settings()
    token, keys = error.value.sentences
    assert token.startswith("TELEGRAM_BOT_TOKEN is missing: BotFather")
    assert keys.startswith("ENCRYPTION_KEYS is missing: `between-sessions new-key`")


@pytest.mark.parametrize(("content", "why"), [(b"PRACTICE_NAME=Zo\xeb\n", "UnicodeDecodeError")])
def test_a_file_that_can_t_be_read_is_a_sentence_too(content: bytes, why: str) -> None:
    Path(".env").write_bytes(content)
    with pytest.raises(SettingsError) as error:
        read_settings()
    assert error.value.sentences == [f".env can't be read ({why})."]


def test_secrets_are_not_shown_by_printing_the_settings(setting: pytest.MonkeyPatch) -> None:
    setting.setenv("DATABASE_URL", "postgresql://bob:planted@host/practice")
    setting.setenv("SMTP_URL", "smtp://bob:planted@mail.example.org?from=bot@example.org")
    shown = repr(read_settings()) + str(read_settings())
    assert "planted" not in shown and KEY not in shown


def test_keys_may_be_several_and_in_either_form(setting: pytest.MonkeyPatch) -> None:
    other = encryption.new_key()
    setting.setenv("ENCRYPTION_KEYS", f"{other}, {bytes(range(32)).hex()} {KEY.rstrip('=')}")
    sealed = encryption.Keyring.parse(KEY).seal(b"word", "a.b.c")
    assert read_settings().keyring().open(sealed, "a.b.c") == b"word"
