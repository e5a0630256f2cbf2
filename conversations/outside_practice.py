"""Who outside the practice can be turned to, and the way to them."""

from bot.buttons import Button, button
from bot.records.cases import Case
from bot.rules.outside_bodies import OutsideBody, outside_bodies
from bot.rules.routing import Kind
from bot.texts import _
from bot.turn import Turn

_BODIES_AT_MOST = 3  # more can't be looked through by somebody who is upset


def contact(turn: Turn) -> str:
    """Who is no part of the practice, in a sentence; empty where the practice names nobody."""
    if not turn.practice.outside_contact:
        return ""
    text = _("Not part of the practice, and there to listen: {contact}.")
    return text.format(contact=turn.practice.outside_contact)


def outside(turn: Turn) -> str:
    """All outside the practice, one a line: whom it names, then its country's bodies.

    Empty where nobody is known.
    """
    bodies = _bodies(turn)
    if not bodies:
        return contact(turn)
    line = _("{name} · {contact} · {hears}")
    return "\n".join(
        [
            _("Outside the practice you can turn to:"),
            *filter(None, [turn.practice.outside_contact]),
            *(
                line.format(name=each.name, contact=each.contact, hears=each.hears)
                for each in bodies
            ),
        ]
    )


def outside_buttons(turn: Turn) -> list[Button]:
    """The way to those outside, at any moment; none where nobody is known."""
    is_known = turn.practice.outside_contact or _bodies(turn)
    return [button(_("Somebody outside"), "concern_outside:show")] if is_known else []


def outside_for_conduct(turn: Turn, case: Case) -> list[Button]:
    """The same beside every step of a case about a wrong-doing (FIELD §4.1)."""
    return outside_buttons(turn) if case.kind is Kind.CONDUCT else []


def _bodies(turn: Turn) -> tuple[OutsideBody, ...]:
    return outside_bodies(turn.practice.country, turn.practice.region)[:_BODIES_AT_MOST]


def no_number(turn: Turn) -> str:
    """What holds where nobody outside is known."""
    return _(
        "Outside the practice there are offices that hear complaints about a {title}. "
        "I have no number for one here."
    ).format(title=turn.practice.clinician_title)
