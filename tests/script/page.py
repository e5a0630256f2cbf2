"""Writes a performance down as a page that people read: docs/script.md."""

import re
from itertools import groupby

from tests.script.grades import HIGHEST, grade
from tests.script.lines import Direction, Line, Message
from tests.script.marks import ROOT, plain
from tests.script.play import Scene, moment
from tests.script.theatre import Performance, Take

_BREAK = re.compile(r"(?<=.)\n(?=.)")  # a line that doesn't end its paragraph

PAGE = ROOT / "docs" / "script.md"
COMMAND = ".venv/bin/python -m tests.script"

HEAD = """\
# The script: everything that the bot says to clients

Written by the program itself: `{command}` plays each scene with the real bot and a
simulated Telegram. A test fails when this page is no longer what the bot says, or when a sentence that a client can
get is missing from it.

The cast: Anna and Ben are clients, Dr Okafor is their psychologist, Maria Santos runs the office, Dr Lindqvist is
a senior psychologist. It begins on Monday 30 November, 10:00 am, in a practice called Riverside. An arrow shows what
somebody does; a bar on the left is a message of the bot, with its buttons in boxes. What staff read isn't shown.

Under each message stand its length and its reading grade: the years at school that its words and sentences ask for,
by the formula of Flesch and Kincaid, as the program textstat counts them. Each message is taken whole, as it stands,
however short; each line ends a sentence. Only a day and a time count as one word, and so does what somebody wrote
and the bot quotes in «». Buttons aren't counted. A grade below 0 is shown as 0.

**{count} messages. The longest has {longest} characters. The highest grade is {highest:.1f}; none may be above {limit:g}.**
No message has an exclamation mark. Telegram takes messages of up to 4096 characters.

"""


def page_of(performance: Performance) -> str:
    """The whole page, always the same for the same texts."""
    messages = performance.messages
    head = HEAD.format(
        command=COMMAND,
        count=len({each.text for each in messages}),
        longest=max(len(plain(each.text)) for each in messages),
        highest=max(grade(each.text) for each in messages),
        limit=HIGHEST,
    )
    scenes = performance.on_the_page
    contents = "\n".join(
        f"{number}. [{scene.title}](#{_anchor(f'{number}. {scene.title}')})"
        for number, (scene, _takes) in enumerate(scenes, 1)
    )
    parts = [_scene(number, *each) for number, each in enumerate(scenes, 1)]
    return "\n".join([head + contents, *parts])


def _scene(number: int, scene: Scene, takes: list[Take]) -> str:
    begins = f"\n*Each part begins anew: {scene.starts.value}.*"
    return "\n".join([f"\n## {number}. {scene.title}", begins, *map(_take, takes)])


def _take(take: Take) -> str:
    return "\n".join([f"\n### {take.heading}", *map(_line, take.lines)])


def _line(line: Line) -> str:
    return f"\n{line.text}" if isinstance(line, Direction) else _message(line)


def _message(message: Message) -> str:
    parts = [_how_it_comes(message), _quoted(plain(message.text))]
    if message.labels:
        parts.append(_boxes(message.labels))
    if message.menu:
        parts.append(f"Below the chat: {_boxes(message.menu)}")
    quote = "\n\n".join(filter(None, parts[1:]))
    said = "\n".join(f"> {line}".rstrip() for line in quote.splitlines())
    measure = f"<sub>{len(plain(message.text))} characters · grade {grade(message.text):.1f}</sub>"
    return "\n".join(filter(None, [parts[0], f"\n{said}", f"\n{measure}"]))


def _how_it_comes(message: Message) -> str:
    """When and to whom a message comes that isn't an answer to what the client just did."""
    if message.is_popup:
        return "\n*for three seconds, over the chat:*"
    if message.is_by_itself:
        silently = ", silently" if message.is_silent else ""
        return f"\n*By itself to {message.to}, {moment(message.at)}{silently}:*"
    return "\n*The message changes to:*" if message.is_changed else ""


def _quoted(text: str) -> str:
    """Markdown keeps the lines of a message as they are: paragraphs, lists, lines."""
    blocks = []
    for is_list, group in groupby(text.splitlines(), lambda line: line.startswith("- ")):
        lines = "\n".join(group)
        blocks.append(lines if is_list else _BREAK.sub("\\\\\n", lines))
    return re.sub(r"\n{3,}", "\n\n", "\n\n".join(blocks))


def _boxes(labels: tuple[str, ...]) -> str:
    return " ".join(f"`[{plain(label)}]`" for label in labels)


def _anchor(heading: str) -> str:
    """As GitHub makes it of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
