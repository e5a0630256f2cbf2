"""The command that takes a forgotten code away."""

import click

from bot.clock import Clock
from bot.commands.practice import person_named
from bot.opening import open_database, open_settings
from bot.records import audit, outbox, people, staff_codes
from bot.records.outbox import Body, Draft, Priority
from bot.records.people import STAFF
from bot.texts import _, speaking


@click.command("reset-code")
@click.argument("name")
def reset_code(name: str) -> None:
    """Take away the code of NAME, who has forgotten it. They are told, and choose a new one."""
    settings = open_settings()
    with open_database(settings) as database, database.transaction() as db:
        person = people.lock(db, person_named(db, name, sorted(STAFF, key=str)).id)
        now = Clock().now()
        staff_codes.forget(staff_codes.of(db, person.id))
        audit.note(db, now, None, "reset code", person)
        if person.telegram_id is not None:
            with speaking(person.language):
                body = Body(_told())
            draft = Draft(person.telegram_id, body, Priority.ALERT, person_id=person.id)
            outbox.put(db, draft, now)
    told = "They are told." if person.telegram_id is not None else "They aren't connected."
    click.echo(f"1 code reset: {person.name}. {told}")


def _told() -> str:
    return _(
        "Your code was reset by whoever runs the program. I ask for a new one before I next show a "
        "case or a client. If you didn't ask for this, tell the practice."
    )
