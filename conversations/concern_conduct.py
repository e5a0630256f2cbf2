"""Something happened that wasn't OK: the senior psychologist hears it first, if the client agrees."""

from bot.buttons import button
from bot.records import people
from bot.records.cases import Case
from bot.records.people import Person, Role
from bot.rules.names import called
from bot.rules.routing import Kind
from bot.texts import _
from bot.turn import Turn
from conversations.absences import who_is_away
from conversations.case_alerts import listeners
from conversations.concern_words import first_reader
from conversations.outside_practice import outside_buttons


def hears_it_first(turn: Turn, case: Case) -> Person | None:
    """The senior psychologist who hears of a wrong-doing first, where somebody else was chosen."""
    first = first_reader(turn, case)
    if case.kind is not Kind.CONDUCT or _is_senior(turn, first):
        return None
    hear = listeners(turn, case.about_id, case.kind)
    return next((each for each in hear if _is_senior(turn, each)), None)


def _is_senior(turn: Turn, person: Person) -> bool:
    return Role.SENIOR in people.roles_of(turn.db, person)


def offer_senior_first(turn: Turn, case: Case, senior: Person) -> None:
    """Who judges a wrong-doing stands outside (FIELD §4.1); whom the client named, the client says
    (law 7)."""
    name, chosen = called(senior.name), first_reader(turn, case)
    rule = _("For something like this, {name} hears it first here. You decide.").format(name=name)
    turn.say(
        " ".join(filter(None, [rule, who_is_away(turn, [senior, chosen])])),
        [
            button(_("{name} first").format(name=name), "concern:instead", case.id, senior.id),
            button(
                _("Only {name}").format(name=called(chosen.name)),
                "concern:only",
                case.id,
                chosen.id,
            ),
            *outside_buttons(turn),
            button(_("Don't send"), "concern_preview:drop", case.id),
        ],
        topic=case.topic,
    )
