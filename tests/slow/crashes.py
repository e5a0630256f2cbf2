"""The crash test from the command line: `python -m tests.slow.crashes --bot plain --kills 20`."""

import random
import tempfile
from pathlib import Path

import click

from tests.slow.crash_harness import Plan, crash
from tests.slow.databases import fresh_database
from tests.slow.day import crash_day
from tests.slow.day_bot import DayBot
from tests.slow.our_bot import OurBot
from tests.slow.our_program import OurProgram
from tests.slow.plain_bot import PlainBot


@click.command()
@click.option("--over", type=click.Choice(["stream", "day"]), default="stream", show_default=True)
@click.option("--bot", type=click.Choice(["ours", "plain"]), default="ours", show_default=True)
@click.option(
    "--database", type=click.Choice(["sqlite", "postgresql"]), default="sqlite", show_default=True
)
@click.option("--kills", default=25, show_default=True, type=click.IntRange(1, 1000))
@click.option("--per-second", default=3.0, show_default=True, help="Updates, on average.")
@click.option("--seed", type=int, help="Repeats the random times of an earlier run.")
def main(
    over: str, bot: str, database: str, kills: int, per_second: float, seed: int | None
) -> None:
    """Kill a bot again and again under a stream of updates, and print what became of them.

    Over the day ours is killed once in each round of acts: --kills and --per-second are not asked.
    """
    seed = random.randrange(10**6) if seed is None else seed
    print(f"seed {seed}", flush=True)
    plan = Plan(kills=kills, per_second=per_second, seed=seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if bot == "plain":
            print(crash(PlainBot(folder), plan, folder))
            return
        with fresh_database(database, folder) as url:
            ours: OurProgram
            if over == "day":
                ours = DayBot(url, folder)
                print(crash_day(ours, seed, folder))
            else:
                ours = OurBot(url, folder)
                print(crash(ours, plan, folder))
            print("\n".join(ours.faults()) or "no errors in its log")


if __name__ == "__main__":
    main()
