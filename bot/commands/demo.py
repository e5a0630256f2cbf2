"""The demo command: the story in the terminal, until the page exists."""

import click


@click.command()
def demo() -> None:
    """Play the story in the terminal."""
    click.echo("…")
