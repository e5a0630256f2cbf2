"""Who could not be reached, and since when: whom the office should phone, or invite again."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import not_reached, people, therapy_sessions
from bot.records.access import Action
from bot.records.client_search import Found
from bot.records.not_reached import NotReached, Why
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.staff.found_clients import labels

PAGE = 8


def show(turn: Turn) -> None:
    """The newest, as a message of its own: the list of clients stays where it is."""
    shown = _page(turn, 0)
    if shown is not None:
        turn.say(*shown)


def page(turn: Turn, number: int) -> None:
    shown = _page(turn, number)
    if shown is not None:
        turn.change(*shown)


def _page(turn: Turn, number: int) -> tuple[str, list[Button]] | None:
    """The text and its buttons; None, and said so, where there is nobody."""
    rows = not_reached.not_reached(turn.db, turn.now)
    uninvited = _uninvited(turn)
    if not rows:
        text = _("Everybody who was invited can be reached here.")
        turn.say("\n".join(filter(None, [text, uninvited])), keyboard=keyboard_for(turn))
        return None
    pages = (len(rows) + PAGE - 1) // PAGE
    number = min(number, pages - 1)
    here = rows[number * PAGE : (number + 1) * PAGE]
    names = labels(
        turn, [Found(each.client_id, people.get(turn.db, each.client_id).name) for each in here]
    )
    lines = [_line(turn, name, each) for name, each in zip(names, here, strict=True)]
    if len(rows) > PAGE:
        lines.append(
            _("{count} in all, page {page} of {pages}.").format(
                count=len(rows), page=number + 1, pages=pages
            )
        )
    if uninvited:
        lines.append(uninvited)
    buttons = [
        button(name, "client_page:open", each.client_id)
        for name, each in zip(names, here, strict=True)
    ]
    if number > 0:
        buttons.append(button(_("Newer"), "unreachable:page", number - 1, also=("back",)))
    if number < pages - 1:
        buttons.append(button(_("Older"), "unreachable:page", number + 1, also=("more", "next")))
    return "\n".join(lines), buttons


def _uninvited(turn: Turn) -> str:
    count = not_reached.never_invited(turn.db)
    if count == 0:
        return ""
    if count == 1:
        return _("1 client has no invitation yet.")
    return _("{count} clients have no invitation yet.").format(count=count)


def _line(turn: Turn, name: str, each: NotReached) -> str:
    text = {
        Why.GONE: _("{name}: blocked or gone since {day}"),
        Why.STOPPED: _("{name}: wants no messages since {day}"),
        Why.NO_YES: _("{name}: opened the link on {day}, no yes to reminders yet"),
        Why.OFF: _("{name}: switched reminders off on {day}"),
        Why.NOT_OPENED: _("{name}: invited on {day}, not opened yet"),
        Why.TOO_LATE: _("{name}: the link was never opened, and ended on {day}"),
        Why.NOT_THEM: _("{name}: somebody else opened the link on {day}"),
    }[each.why]
    line = text.format(name=name, day=turn.words.day(each.since))
    starts_at = therapy_sessions.next_after(turn.db, each.client_id, turn.now)
    if starts_at is None:
        return line
    comes = _("Next session: {when}.").format(when=turn.words.day_and_time(starts_at))
    return f"{line}. {comes}"


CONVERSATION = Conversation(
    name="unreachable",
    commands={"unreachable": show},
    taps={"show": show, "page": page},
    needs=Action.MANAGE_CLIENT,
)
