"""What `setup` asks about the practice, and what it takes for an answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import click
from pydantic import ValidationError

from bot.opening import Refusal
from bot.rules import contact
from bot.rules.closed_days import parse_region, regions_of
from bot.rules.zones import is_country, zones_of
from bot.settings import Settings

NONE = "-"  # typed where something is to be emptied; Enter keeps what stands in brackets


@dataclass(frozen=True)
class Question:
    """`otherwise` is what holds where nobody answers; None: somebody must.

    `beside` are settings that the answer is judged with.
    """

    setting: str
    option: str
    asks: str
    otherwise: str | None = None
    check: Callable[[str], str] = str.strip
    choices: Sequence[str] = ()
    beside: Mapping[str, str] = field(default_factory=dict)

    @property
    def default(self) -> str:
        """What the program takes where nothing is set."""
        default = Settings.model_fields[self.setting.lower()].default
        return str(default) if isinstance(default, str) else ""

    def checked(self, text: str) -> str:
        """The answer tidied. Raise ValueError with a sentence if it won't do."""
        tidy = self.check(text)
        return (
            ""
            if not tidy and self.otherwise is not None
            else _usable(self.setting, tidy, self.beside)
        )


def _usable(setting: str, value: str, beside: Mapping[str, str]) -> str:
    """What the program itself says of this value when it starts."""
    if not value:
        raise ValueError("Something must stand here.")
    try:
        Settings(_env_file=None, **{**beside, setting.lower(): value})  # type: ignore[call-arg, arg-type]  # one is judged, the others are elsewhere
    except ValidationError as error:
        for fault in error.errors():
            if fault["loc"][0] == setting.lower():
                said = str(fault["msg"]).removeprefix("Value error, ")
                raise ValueError(f"{said[0].upper()}{said[1:]}.") from None
    return value


def _one_line(text: str) -> str:
    tidy = " ".join(text.split())
    if len(tidy) > 100 or not tidy.isprintable():
        raise ValueError("It has 1 to 100 printable characters.")
    return tidy


def _country_code(text: str) -> str:
    return {"UK": "GB"}.get(text.strip().upper(), text.strip().upper())


def _country(text: str) -> str:
    code = _country_code(text)
    if not is_country(code):
        raise ValueError("It is a country's two letters, for example AU, NZ, GB or US.")
    return code


def _phone(text: str) -> str:
    return contact.phone(text) if text.strip() else ""


QUESTIONS = (
    Question("PRACTICE_NAME", "name", "What the practice calls itself", check=_one_line),
    Question(
        "PRACTICE_COUNTRY", "country", "Its country, two letters (AU, NZ, GB, US)", check=_country
    ),
    Question("PRACTICE_REGION", "region", "Its region, whose public holidays count too", ""),
    Question("PRACTICE_TIME_ZONE", "time_zone", "Its time zone", check=contact.time_zone),
    Question("PRACTICE_HOURS", "hours", "When somebody is there", Settings.model_fields["practice_hours"].default),
    Question("PRACTICE_PHONE", "phone", "The number that clients are told to phone", "", _phone),
    Question("CLINICIAN_TITLE", "title", "What clients call the person they see", "psychologist", _one_line),
    Question("OPERATOR_CHAT", "operator_chat", "The Telegram id that alarms about the program go to", ""),
)  # fmt: skip
UNASKED = (
    Question("TELEGRAM_API_URL", "api_url", "A Bot API server of your own, without /bot", ""),
    Question("DATABASE_URL", "database_url", "Where everything is kept", ""),
)
TOKEN = Question("TELEGRAM_BOT_TOKEN", "token", "The bot's token, from BotFather (not shown)")
OUTSIDE = Question(
    "OUTSIDE_CONTACT",
    "outside_contact",
    "One person hears everything here. Whom outside can a client turn to (name and number)",
    "",
    _one_line,
)


def with_zones_of(question: Question, country: str) -> Question:
    """The question for the zone, with the proposal where the country has only one."""
    zones = zones_of(country)

    def numbered(text: str) -> str:
        place = text.strip()
        if place.isdecimal() and 1 <= int(place) <= len(zones):
            return zones[int(place) - 1]
        return contact.time_zone(text)

    several = len(zones) > 1
    return replace(
        question,
        asks=f"{question.asks} (a number of the list, or a name)" if several else question.asks,
        otherwise=zones[0] if len(zones) == 1 else None,
        check=numbered,
        choices=zones if several else (),
    )


def with_regions_of(question: Question, country: str) -> Question:
    """The question for the region, with those that have holidays of their own."""

    def as_listed(text: str) -> str:
        try:
            return parse_region(text, country)
        except ValueError:
            return text.strip()  # the setting itself says what is wrong with it

    return replace(
        question,
        asks=f"{question.asks}: {', '.join(regions_of(country))}",
        check=as_listed,
        beside={"practice_country": country},
    )


class Asker:
    """Takes answers from the options, from the terminal if there is one, or from what stands.

    `given` are the options, `standing` the settings so far; those of `fixed` stand in the
    environment, which goes before .env, so they aren't asked for.
    """

    def __init__(
        self,
        given: Mapping[str, str | None],
        standing: Mapping[str, str],
        fixed: frozenset[str],
        *,
        asks: bool,
    ) -> None:
        self._given, self._standing, self._fixed, self.asks = given, standing, fixed, asks
        self.missing: list[str] = []

    def answers(self, questions: Iterable[Question]) -> Iterator[tuple[str, str]]:
        """Setting and value of each that was answered; what is missing is noted."""
        country = _country_code(self._standing.get("PRACTICE_COUNTRY", ""))
        for each in questions:
            match each.setting:
                case "PRACTICE_REGION":
                    answer = self._region(each, country)
                case "PRACTICE_TIME_ZONE":
                    answer = self.answer(with_zones_of(each, country))
                case _:
                    answer = self.answer(each)
            if each.setting == "PRACTICE_COUNTRY":
                country = answer or country
            if answer is not None:
                yield each.setting, answer

    def _region(self, question: Question, country: str) -> str | None:
        """Asked only where there are any; one of another country no longer stands."""
        asked = with_regions_of(question, country)
        is_taken = _is_taken(asked, self._standing.get(question.setting, ""))
        has_moved = not is_taken and question.setting not in self._fixed
        if has_moved:
            self._standing = {**self._standing, question.setting: ""}
        is_asked = regions_of(country) or self._given.get(question.option) is not None
        answer = self.answer(asked) if is_asked else None
        return "" if answer is None and has_moved else answer

    def answer(self, question: Question) -> str | None:
        """None: what stands, stands."""
        given = self.given(question)
        if given is not None or question.setting in self._fixed:
            return given
        standing = self._standing.get(question.setting)
        if self.asks:
            return _prompt(question, standing or question.otherwise)
        if not standing and question.otherwise is None:
            self.missing.append(option_of(question))
        is_new = not standing and question.otherwise != question.default
        return question.otherwise or None if is_new else None

    def given(self, question: Question) -> str | None:
        """What came by option, checked."""
        given = self._given.get(question.option)
        if given is None:
            return None
        if question.setting in self._fixed:
            raise Refusal(
                f"{question.setting} is set in the environment, which goes before .env: "
                "change it there. Nothing was changed."
            )
        try:
            return question.checked(given)
        except ValueError as error:
            raise Refusal(f"{option_of(question)}: {error} Nothing was changed.") from None


def _is_taken(question: Question, text: str) -> bool:
    try:
        question.checked(text)
    except ValueError:
        return False
    return True


def _prompt(question: Question, proposal: str | None) -> str:
    def checked(text: str) -> str:
        try:
            return question.checked("" if text.strip() == NONE else text)
        except ValueError as error:
            raise click.BadParameter(str(error)) from None

    for number, zone in enumerate(question.choices, 1):
        click.echo(f"{number:>4}  {zone}")
    is_secret = question.setting == "TELEGRAM_BOT_TOKEN"
    none = f" ({NONE} for none)" if proposal else " (Enter for none)"
    shown = "the one that stands" if is_secret and proposal else bool(proposal)
    answer: str = click.prompt(
        question.asks + (none if question.otherwise == "" else ""),
        default=proposal,
        show_default=shown,
        hide_input=is_secret,
        value_proc=checked,
    )
    return answer


def option_of(question: Question) -> str:
    return f"--{question.option.replace('_', '-')}"
