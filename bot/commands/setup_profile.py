"""The bot's looks: proposed by `setup`, given on a yes."""

import asyncio

import click

from bot.rules.help_lines import help_lines
from bot.settings import Settings
from bot.telegram_profile import NEUTRAL_NAME, Looks, dress
from bot.texts import _

_LONGEST_NAME = 64
_IN_BOTFATHER = {
    "name": "/setname",
    "about": "/setabouttext",
    "description": "/setdescription",
    "picture": "/setuserpic",
}


def looks_for(name: str, country: str) -> Looks:
    """Neutral: it shows on whoever's telephone lies on the table."""
    return Looks(
        name,
        _("Reminds you of your times. A program, not a person."),
        _(
            "I remind you of your times. I'm a program: nobody watches this chat day and night. "
            "If you're in danger, call {number}."
        ).format(number=help_lines(country).emergency),
    )


def chosen_name(given: str | None, *, asks: bool) -> str | None:
    """The name that somebody said yes to; None leaves the bot's looks alone."""
    if given is not None:
        return given
    if not asks:
        return None
    click.echo(
        "\nThe bot's name and picture show in the chat list of a client's telephone. "
        "They should say nothing of what the practice does."
    )
    asked = f"Shall I call the bot «{NEUTRAL_NAME}» and give it a plain picture?"
    return NEUTRAL_NAME if click.confirm(asked, default=False) else None


def checked_name(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    tidy = " ".join(name.split()) if name is not None else None
    if tidy is not None and (not 1 <= len(tidy) <= _LONGEST_NAME or not tidy.isprintable()):
        raise click.BadParameter(f"It has 1 to {_LONGEST_NAME} printable characters.")
    return tidy


def give_looks(settings: Settings, name: str | None) -> None:
    if name is None:
        click.echo(
            f"The bot's name and picture stay as they are. In BotFather /setname and /setuserpic "
            f"change them; choose something neutral, such as «{NEUTRAL_NAME}» and a plain colour."
        )
        return
    token = settings.telegram_bot_token.get_secret_value()
    looks = looks_for(name, settings.practice_country)
    failed = asyncio.run(dress(token, settings.telegram_api_url, looks))
    if len(failed) < len(_IN_BOTFATHER):
        click.echo(
            f"The bot is called «{name}»." if "name" not in failed else "The bot is dressed."
        )
    for what in failed:
        click.echo(f"Telegram did not take the {what}. In BotFather {_IN_BOTFATHER[what]} sets it.")
