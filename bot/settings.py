"""The practice's settings, read once at start from the environment and from .env."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.mail_settings import OperatorMail, SmtpUrl, mail_server
from bot.questionnaire_file import read_questionnaire
from bot.records.encryption import Keyring, KeyringError
from bot.rules.check_in_times import OPEN_FOR
from bot.rules.closed_days import ClosedDays, keeps_holidays, parse_closures, parse_region
from bot.rules.durations import parse_duration, parse_durations, parse_span
from bot.rules.duty import parse_answer_time, parse_duties
from bot.rules.lead_times import parse_reminder_words
from bot.rules.practice import Practice, parse_late_cancellation, parse_staff_lock
from bot.rules.quiet_hours import parse_quiet_hours
from bot.rules.working_hours import parse_working_hours
from bot.triage_settings import OnOrOff

_TOKEN = re.compile(r"[0-9]{1,18}:[A-Za-z0-9_-]+")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_PATH = re.compile(r"[A-Za-z0-9/._~-]*")
_REAL_TELEGRAM = "https://api.telegram.org"
_WEBHOOK_PORTS = (80, 88, 443, 8443)  # of the public side: no others are served by Telegram
_ANY_ZONE = ZoneInfo("UTC")
_WHERE_FROM = {
    "TELEGRAM_BOT_TOKEN": "BotFather gives it in Telegram (README, «For real»).",
    "ENCRYPTION_KEYS": "`between-sessions new-key` prints one. Keep a copy elsewhere: "
    "without it nothing that was written can be read.",
    "WEBHOOK_SECRET": "WEBHOOK_URL needs one. Invent it: up to 256 of A-Z, a-z, 0-9, _ and -.",
}


# What is checked by reading it.
_READ: Mapping[str, Callable[[str], object]] = {
    "practice_hours": partial(parse_working_hours, zone=_ANY_ZONE),
    "practice_holidays": keeps_holidays,
    "practice_closed": parse_closures,
    "on_duty": partial(parse_duties, zone=_ANY_ZONE),
    "check_in_questions": read_questionnaire,
    "quiet_hours": parse_quiet_hours,
    "late_cancellation": parse_late_cancellation,
    "case_look_time": parse_span,
    "case_answer_time": parse_span,
    "staff_lock": parse_staff_lock,
    "danger_answer_time": parse_answer_time,
}


class SettingsError(Exception):
    """Settings are missing or wrong: one sentence each, never a secret's value."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


class Settings(BaseSettings):
    """Every setting, with the name it has in the environment (in capitals)."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    telegram_bot_token: SecretStr
    telegram_api_url: str = _REAL_TELEGRAM
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_port: int = Field(default=8082, ge=1, le=65535)
    database_url: SecretStr = SecretStr("sqlite:///between-sessions.sqlite")
    encryption_keys: SecretStr
    practice_name: str = "the practice"
    practice_country: str = ""
    practice_region: str = ""
    practice_time_zone: str = "UTC"
    practice_phone: str = ""
    practice_hours: str = "Mon-Fri 9:00-17:00"
    practice_holidays: str = "public"
    practice_closed: str = ""
    on_duty: str = ""
    danger_answer_time: str = "10m"
    reminder_lead_times: str = "3d, 1d"
    reminder_words: str = ""
    check_in_delay: str = "3h"
    check_in_questions: str = ""
    quiet_hours: str = "21:00-8:00"
    late_cancellation: str = ""
    clinician_title: str = "psychologist"
    case_look_time: str = "1wd"
    case_answer_time: str = "2wd"
    outside_contact: str = ""
    minimum_age: int = Field(default=18, ge=0, le=120)
    triage_model: OnOrOff = "on"
    messages_per_second: float = Field(default=30, gt=0, le=1000)
    http_port: int = Field(default=8080, ge=0, le=65535)
    operator_chat: int | None = None
    smtp_url: SmtpUrl = SecretStr("")
    operator_mail: OperatorMail = ""
    staff_lock: str = "30m"

    @model_validator(mode="before")
    @classmethod
    def _empty_is_missing(cls, values: dict[str, Any]) -> dict[str, Any]:
        """`NAME=` in .env means «not set», but for quiet hours, where it means none."""
        return {
            name: value for name, value in values.items() if value != "" or name == "quiet_hours"
        }

    @field_validator("telegram_bot_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        if not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("it looks like 123456:letters, as BotFather gives it")
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _api_url(cls, value: str) -> str:
        if not value.startswith(("https://", "http://")):
            raise ValueError("it begins with https://")
        address = value.rstrip("/")
        if not _is_address(address) or address.endswith("/bot"):
            raise ValueError("it is a server's address without /bot: https://api.telegram.org")
        return address

    @field_validator("webhook_url")
    @classmethod
    def _webhook_url(cls, value: str, info: ValidationInfo) -> str:
        """What Telegram takes; towards a server of one's own, this machine without https too."""
        is_real = info.data.get("telegram_api_url", _REAL_TELEGRAM) == _REAL_TELEGRAM
        if not value or (not is_real and _is_this_machine(value)):
            return value
        if not value.startswith("https://") or not _is_address(value):
            raise ValueError(
                "it begins with https://, for example https://bot.example.org/telegram"
            )
        parts = urlsplit(value)
        if "@" in parts.netloc or not _PATH.fullmatch(parts.path):
            raise ValueError("its path has letters, digits, /, ., _, ~ and - only")
        if (parts.port or 443) not in _WEBHOOK_PORTS:
            raise ValueError("Telegram comes to the ports 443, 80, 88 and 8443 only")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_secret(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        secret = value.get_secret_value()
        if not secret and info.data.get("webhook_url"):
            raise PydanticCustomError("missing", "it is missing")
        if secret and not _SECRET.fullmatch(secret):
            raise ValueError("it is 1 to 256 of A-Z, a-z, 0-9, _ and -")
        return value

    @field_validator("encryption_keys")
    @classmethod
    def _keys(cls, value: SecretStr) -> SecretStr:
        try:
            Keyring.parse(value.get_secret_value())
        except KeyringError as error:
            raise ValueError(str(error)) from None
        return value

    @field_validator("practice_country")
    @classmethod
    def _country(cls, value: str) -> str:
        code = {"UK": "GB"}.get(value.strip().upper(), value.strip().upper())
        if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
            raise ValueError("it is a country's two letters, for example AU")
        return code

    @field_validator("practice_region")
    @classmethod
    def _region(cls, value: str, info: ValidationInfo) -> str:
        return parse_region(value, info.data.get("practice_country", ""))

    @field_validator("practice_time_zone")
    @classmethod
    def _time_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("it is a name such as Australia/Melbourne") from None
        return value

    @field_validator("reminder_lead_times")
    @classmethod
    def _lead_times(cls, value: str) -> str:
        if min(parse_durations(value)) <= timedelta():
            raise ValueError("a reminder comes some time before the session, for example 1d")
        return value

    @field_validator("reminder_words")
    @classmethod
    def _reminder_words(cls, value: str, info: ValidationInfo) -> str:
        parse_reminder_words(value, parse_durations(info.data.get("reminder_lead_times", "1d")))
        return value

    @field_validator("check_in_delay")
    @classmethod
    def _delay(cls, value: str) -> str:
        if parse_duration(value) > OPEN_FOR:
            raise ValueError("a check-in comes within 3 days of the session, for example 3h")
        return value

    @field_validator(*_READ)
    @classmethod
    def _readable(cls, value: str, info: ValidationInfo) -> str:
        _READ[str(info.field_name)](value)
        return value

    @property
    def bot_id(self) -> int:
        """The bot's own id: the number before the colon of its token."""
        return int(self.telegram_bot_token.get_secret_value().partition(":")[0])

    def keyring(self) -> Keyring:
        return Keyring.parse(self.encryption_keys.get_secret_value())

    def _closed_days(self) -> ClosedDays:
        country = self.practice_country if keeps_holidays(self.practice_holidays) else ""
        return ClosedDays(country, self.practice_region, parse_closures(self.practice_closed))

    def practice(self) -> Practice:
        zone = ZoneInfo(self.practice_time_zone)
        lead_times = parse_durations(self.reminder_lead_times)
        return Practice(
            name=self.practice_name,
            country=self.practice_country,
            zone=zone,
            phone=self.practice_phone,
            region=self.practice_region,
            hours=parse_working_hours(self.practice_hours, zone, closed=self._closed_days()),
            lead_times=lead_times,
            reminder_words=parse_reminder_words(self.reminder_words, lead_times),
            quiet_hours=parse_quiet_hours(self.quiet_hours),
            late_cancellation=parse_late_cancellation(self.late_cancellation),
            minimum_age=self.minimum_age,
            look_time=parse_span(self.case_look_time),
            answer_time=parse_span(self.case_answer_time),
            outside_contact=self.outside_contact,
            clinician_title=self.clinician_title,
            check_in_delay=parse_duration(self.check_in_delay),
            questionnaire=read_questionnaire(self.check_in_questions),
            operator_chat=self.operator_chat,
            staff_lock=parse_staff_lock(self.staff_lock),
            has_mail=mail_server(self.smtp_url) is not None,
            operator_mail=self.operator_mail,
            on_duty=parse_duties(self.on_duty, zone),
            danger_answer_time=parse_answer_time(self.danger_answer_time),
        )


def read_settings(**given: str) -> Settings:
    """Read the settings. SettingsError names everything that is missing or wrong, all at once.

    `given` go before the environment and .env.
    """
    try:
        return Settings(**given)  # type: ignore[arg-type]  # text, as the environment gives it
    except ValidationError as error:
        raise SettingsError([_sentence(fault) for fault in error.errors()]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError([f".env can't be read ({type(error).__name__})."]) from None


def _sentence(fault: ErrorDetails) -> str:
    name = str(fault["loc"][0]).upper()
    if fault["type"] == "missing":
        return f"{name} is missing: {_WHERE_FROM[name]}"
    return f"{name} can't be used: {str(fault['msg']).removeprefix('Value error, ')}."


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0 and not re.search(r"[\s?#]", url)
    except ValueError:
        return False


def _is_this_machine(url: str) -> bool:
    if not _is_address(url):
        return False
    parts = urlsplit(url)
    is_here = parts.hostname in ("127.0.0.1", "::1", "localhost")
    return parts.scheme == "http" and is_here and bool(_PATH.fullmatch(parts.path))
