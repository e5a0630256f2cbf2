"""The command line: `between-sessions COMMAND`."""

import click

from bot.commands.demo import demo
from bot.commands.homework import homework
from bot.commands.imports import import_
from bot.commands.invite import invite
from bot.commands.operation import check, migrate, new_key, run, simulator, stuck
from bot.commands.practice import client, staff
from bot.commands.sessions import session
from bot.commands.setup import setup
from bot.commands.staff import STAFF_COMMANDS
from bot.commands.staff_code import reset_code
from bot.commands.staff_duty import staff_duty
from bot.commands.triage import triage


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Between Sessions: reminds clients, asks, and carries a concern to somebody who answers."""


for command in (
    demo, setup, run, check, migrate, new_key, staff, client, invite, session, homework, import_,
    stuck, simulator, triage,
):  # fmt: skip
    main.add_command(command)
for command in (*STAFF_COMMANDS, staff_duty, reset_code):
    staff.add_command(command)

if __name__ == "__main__":
    main()
