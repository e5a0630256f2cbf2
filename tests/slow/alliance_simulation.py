"""How often check-ins lead to watch and concern when nothing has changed, and when something has.

`python -m tests.slow.alliance_simulation` prints the tables; with `--write` they and the picture go
to docs/alliance.md and docs/alliance.png. The rule is the program's own, `bot/rules/alliance.py`.
"""

import time

import click

from tests.slow import alliance_page, alliance_picture
from tests.slow.alliance_counting import measure_all

CLIENTS, SEED = 2000, 8


@click.command()
@click.option("--clients", default=CLIENTS, show_default=True, help="of each kind")
@click.option("--seed", default=SEED, show_default=True)
@click.option("--write", is_flag=True, help="write docs/alliance.md and docs/alliance.png")
def main(clients: int, seed: int, write: bool) -> None:
    """How often check-ins lead to watch and concern, by rule and by client."""
    began = time.monotonic()
    cells = [*alliance_page.cells(), *alliance_picture.cells()]
    measured = measure_all(cells, clients, seed)
    page = alliance_page.page(measured, clients, seed)
    print(page)
    print(f"{time.monotonic() - began:.0f} s")
    if write:
        alliance_page.PAGE.write_text(page, "utf-8")
        alliance_picture.PICTURE.write_bytes(alliance_picture.draw(measured))


if __name__ == "__main__":
    main()
