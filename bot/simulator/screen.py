"""A telephone's screen as a person reads it: finding a bubble, drawing all of it."""

from collections.abc import Sequence

from bot.simulator.bubbles import Bubble


def newest_with(screen: Sequence[Bubble], text: str) -> Bubble | None:
    return next((each for each in reversed(screen) if each.by_bot and text in each.text), None)


def newest_with_button(screen: Sequence[Bubble], label: str) -> Bubble | None:
    return next((each for each in reversed(screen) if each.by_bot and label in each.labels), None)


def labels_on(screen: Sequence[Bubble]) -> list[str]:
    return [label for bubble in screen if bubble.by_bot for label in bubble.labels]


def draw(owner: str, screen: Sequence[Bubble], keyboard: Sequence[str]) -> str:
    lines = [f"--- the screen of {owner} ---"]
    for bubble in screen:
        lines += _draw_bubble(bubble)
    if not screen:
        lines.append("(nothing)")
    if keyboard:
        lines.append("keyboard: " + " ".join(f"[{label}]" for label in keyboard))
    return "\n".join(lines)


def _draw_bubble(bubble: Bubble) -> list[str]:
    written = bubble.text if bubble.media is None else f"({bubble.media.kind}) {bubble.text}"
    mark = " (edited)" if bubble.edited else ""
    first, *more = written.split("\n")
    lines = [f"{bubble.sender.name}: {first}"] + [f"    {line}" for line in more]
    lines[-1] += mark
    return lines + ["    " + " ".join(f"[{each.label}]" for each in row) for row in bubble.buttons]
