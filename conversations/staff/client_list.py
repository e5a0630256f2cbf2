"""The clients: by pages, or those whose names fit what is typed."""

from collections.abc import Sequence

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import client_search
from bot.records.access import Action
from bot.records.client_search import Found
from bot.rules.names import LONGEST_LINE
from bot.texts import _
from bot.turn import Turn
from conversations.staff.found_clients import labels, not_found, scope

PAGE = 8
MOST_FOUND = 20  # of more the name says too little


def show(turn: Turn) -> None:
    page(turn, 0)


def page(turn: Turn, number: int) -> None:
    """One page. Clients are added meanwhile: a page that is no more is the last there is."""
    clients = client_search.in_order(turn.db, scope(turn))
    if not clients:
        return _say_none(turn)
    pages = (len(clients) + PAGE - 1) // PAGE
    number = min(number, pages - 1)
    here = clients[number * PAGE : (number + 1) * PAGE]
    buttons = _name_buttons(turn, here)
    if number > 0:
        buttons.append(button(_("Earlier"), "client_list:page", number - 1, also=("back",)))
    if number < pages - 1:
        buttons.append(button(_("More"), "client_list:page", number + 1, also=("next",)))
    turn.change(
        _heading(len(clients), number, pages),
        [*buttons, *_more(turn)],
        then="client_list:search",
    )


def _say_none(turn: Turn) -> None:
    if turn.may(Action.MANAGE_CLIENT):
        turn.say(_("There are no clients here yet."), _more(turn))
    else:
        turn.say(_("You have no clients here yet. The office adds them."))


def _heading(count: int, number: int, pages: int) -> str:
    if count == 1:
        return _("1 client. Tap the name.")
    if pages == 1:
        return _("{count} clients. Tap a name, or write it.").format(count=count)
    return _(
        "{count} clients, page {page} of {pages}. Tap a name, or write one, or part of it."
    ).format(count=count, page=number + 1, pages=pages)


def _name_buttons(turn: Turn, clients: Sequence[Found]) -> list[Button]:
    return [
        button(label, "client_page:open", each.id, also=[each.name])
        for label, each in zip(labels(turn, clients), clients, strict=True)
    ]


def _more(turn: Turn) -> list[Button]:
    """What a manager does besides."""
    if not turn.may(Action.MANAGE_CLIENT):
        return []
    return [
        button(_("Not reached"), "unreachable:show"),
        button(_("Add a client"), "client_adding:begin"),
    ]


def search(turn: Turn, text: str) -> None:
    """Part of a name, or the number in the practice's own records."""
    found = client_search.matching(turn.db, text[: 2 * LONGEST_LINE], scope(turn))
    if not found:
        turn.ask(
            not_found(turn) + " " + _("Write another, or part of it."),
            [button(_("All clients"), "client_list:page", 0)],
            then="client_list:search",
        )
        return
    shown = found[:MOST_FOUND]
    lines = [_("Found:")]
    if len(found) > len(shown):
        lines = [
            _("{count} fit. These are the first {shown}; write more of the name.").format(
                count=len(found), shown=len(shown)
            )
        ]
    turn.ask(
        "\n".join(lines),
        [*_name_buttons(turn, shown), button(_("All clients"), "client_list:page", 0)],
        then="client_list:search",
    )


CONVERSATION = Conversation(
    name="client_list",
    commands={"clients": show},
    words={"Clients": show},
    taps={"page": page},
    steps={"search": search},
    needs=Action.LOOK_UP_CLIENT,
)
