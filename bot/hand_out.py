"""The page that a client takes home: how to open the bot, what it is and isn't, how to stop it."""

from html import escape

from bot.records.invitations import GOOD_FOR
from bot.rules.help_lines import first, help_lines
from bot.rules.names import listed
from bot.rules.practice import Practice
from bot.texts import _

# Fits one sheet of A4 and of US Letter; on a screen it is as wide as a sheet.
_STYLE = """
@page { margin: 14mm 16mm; }
:root { color-scheme: light; }
body {
  max-width: 180mm; margin: 0 auto; padding: 4mm; background: #fff; color: #000;
  font: 12.5pt/1.38 "Atkinson Hyperlegible", Verdana, "DejaVu Sans", Arial, sans-serif;
}
h1 { margin: 0 0 1mm; font-size: 21pt; line-height: 1.2; }
h2 { margin: 4.5mm 0 0.5mm; font-size: 14pt; line-height: 1.25; }
p, ul, ol { margin: 0 0 1.5mm; }
ul, ol { padding-left: 7mm; }
a { color: #000; overflow-wrap: anywhere; }
.start { display: flex; flex-wrap: wrap; gap: 0 6mm; align-items: center; margin-top: 3mm; border: 1.5pt solid #000; padding: 2mm 4mm; }
.start div { flex: 1 1 80mm; }
.start .square { flex: 0 0 auto; }
.start h2 { margin-top: 0; }
.square svg { display: block; }
.number { font-weight: bold; white-space: nowrap; }
@media print {
  body { max-width: none; padding: 0; }
}
"""


def page_for(practice: Practice, name: str) -> str:
    """One sheet for this client, in the language that is spoken now; {link} and {qr} are left in.

    It may lie on a table: nothing in it says what the practice is for, but its own name.
    """
    heading = _("Reminders by Telegram")
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
            f"\n<title>{_html(heading)}</title>"
            '\n<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>",
            f"<h1>{_html(heading)}</h1>",
            _paragraph(_("For {name}").format(name=listed(name))),
            _how_to_start(),
            _section(_("What it does"), _list(_what_it_does())),
            _section(_("What it doesn't do"), _list(_what_it_does_not())),
            _section(_("Not for emergencies"), _emergencies(practice)),
            _section(_("Who sees what"), _paragraph(_who_sees_what())),
            _section(_("How to stop it"), _paragraph(_how_to_stop())),
            _section(_("Questions"), _paragraph(_questions(practice))),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _how_to_start() -> str:
    steps = [
        _("Get Telegram on your telephone, if you don't have it."),
        _("Point the camera at this square, or open the link below."),
        _("Tap «Start»."),
    ]
    once = _(
        "The link works once, within {days} days, and it is only for you. Please don't pass it on. "
        "If it no longer works, ask us for a new one."
    ).format(days=GOOD_FOR.days)
    ordered = "".join(f"<li>{_html(step)}</li>" for step in steps)
    return (
        f'<section class="start">\n<div>\n<h2>{_html(_("How to start"))}</h2>\n<ol>{ordered}</ol>\n'
        f'<p><a href="{{link}}">{{link}}</a></p>\n{_paragraph(once)}\n</div>\n'
        f'<div class="square" role="img" aria-label="{_html(_("The link as a square code"))}">'
        "{qr}</div>\n</section>"
    )


def _what_it_does() -> list[str]:
    return [
        _("It reminds you of your times, and of what you agree to do in between."),
        _("You can tell it that you can't come, or that you need another time."),
        _("You can tell it that something isn't right, and choose who hears it."),
    ]


def _what_it_does_not() -> list[str]:
    return [
        _("It's a program, not a person. It gives no advice."),
        _("Nobody watches the chat day and night."),
    ]


def _emergencies(practice: Practice) -> str:
    offer = help_lines(practice.country)
    said = _paragraph(
        _("If you're in danger, call {number}. Don't wait for an answer in the chat."),
        number=offer.emergency,
    )
    line = first(offer.lines, "call")
    if line is None:
        return said
    # Without the line's name: some say more than a sheet on a table should.
    said_of_line = (
        _("Somebody to talk to, day and night: {number}.")
        if line.is_always_there
        else _("Somebody to talk to: {number}.")
    )
    talk = _paragraph(said_of_line, number=line.number)
    return f"{said}\n{talk}"


def _who_sees_what() -> str:
    return _(
        "Your times and what you answer about them: the office and the person you see. Anything "
        "else: only people you pick. But if you write that somebody may be in danger, "
        "the practice is told. Telegram carries the messages and could read them."
    )


def _how_to_stop() -> str:
    return _(
        "Write STOP in the chat, at any time. Nothing about your care changes if you do, "
        "or if you never start."
    )


def _questions(practice: Practice) -> str:
    if practice.phone:
        return _("Phone {practice}: {phone}").format(practice=practice.name, phone=practice.phone)
    return _("Ask at {practice}.").format(practice=practice.name)


def _section(heading: str, content: str) -> str:
    return f"<section>\n<h2>{_html(heading)}</h2>\n{content}\n</section>"


def _list(points: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{_html(point)}</li>' for point in points)}</ul>"


def _paragraph(text: str, *, number: str = "") -> str:
    """The number, if the text has one, stands out and isn't broken."""
    shown = f'<span class="number">{_html(number)}</span>'
    return f"<p>{_html(text, keep='{number}').replace('{number}', shown)}</p>"


def _html(text: str, *, keep: str = "") -> str:
    """Escaped, braces as well: a client called {link} must not get the link twice."""
    parts = text.split(keep) if keep else [text]
    return keep.join(escape(part).replace("{", "&#123;").replace("}", "&#125;") for part in parts)
