"""About whom a concern is: whom a client may name, and the question where it isn't plain."""

from bot.buttons import Button, button
from bot.records import people, therapy_sessions
from bot.records.access import Action
from bot.records.check_ins import CheckIn
from bot.records.people import Person, Role
from bot.texts import _
from bot.turn import Turn
from conversations.case_names import with_part
from conversations.concern_ways import not_told, permission

NOBODY = 0  # instead of an id: it isn't about a person


def usual(turn: Turn, check_in_id: int = 0) -> Person | None:
    """Whom a way in is about by itself: with whom the session was, else whom the client sees."""
    row = turn.reach(Action.SEE_CHECK_IN, CheckIn, check_in_id) if check_in_id else None
    psychologist_id = turn.person.psychologist_id if row is None else row.psychologist_id
    return None if psychologist_id is None else people.get(turn.db, psychologist_id)


def seen_before(turn: Turn) -> list[Person]:
    """Other psychologists with whom this client had a session in the last year."""
    ids = therapy_sessions.psychologists_seen(turn.db, turn.person.id, turn.now)
    return [people.get(turn.db, each) for each in ids if each != turn.person.psychologist_id]


def may_be_named(turn: Turn, check_in_id: int) -> list[Person]:
    """Whom a client knows here, whom they see first; some may have left."""
    own = usual(turn)
    managers, seniors = (people.holders(turn.db, each) for each in (Role.MANAGER, Role.SENIOR))
    of_check_in = usual(turn, check_in_id)
    known = [own, *seen_before(turn), of_check_in, *managers, *seniors]
    return list({each.id: each for each in known if each is not None}.values())


def named(turn: Turn, about_id: int, check_in_id: int = 0) -> Person | None:
    """The person with this id, if the client may name them. Button data comes from outside."""
    known = may_be_named(turn, check_in_id)
    return next((each for each in known if each.id == about_id), None)


def is_allowed(turn: Turn, about_id: int, check_in_id: int = 0) -> bool:
    return about_id == NOBODY or named(turn, about_id, check_in_id) is not None


# --- asking


def ask_first(turn: Turn, words_from: int) -> None:
    """Whoever has seen two psychologists here is asked which of them it is about."""
    own, before = usual(turn), seen_before(turn)
    known = [*([own] if own else []), *before]
    others = {each.id for each in may_be_named(turn, 0)} - {each.id for each in known}
    else_here = button(_("Somebody else here"), "concern:others", NOBODY, 0, words_from)
    turn.say(
        "\n\n".join([permission(None), _("Nobody is told yet. Who is it about?")]),
        [
            *(
                button(_as_known(turn, each), "concern:about", each.id, 0, words_from)
                for each in known
            ),
            *([else_here] if others else []),
            button(_("Not about a person"), "concern:about", NOBODY, 0, words_from),
            button(_("Not now"), "concern:not_now"),
        ],
    )


def ask_others(turn: Turn, but_id: int, check_in_id: int, words_from: int) -> None:
    """Everybody whom this client knows here, by name, but whom it was about before."""
    turn.say(
        whoever_is_named(),
        [
            *(
                button(_as_known(turn, each), "concern:about", each.id, check_in_id, words_from)
                for each in may_be_named(turn, check_in_id)
                if each.id != but_id
            ),
            button(_("Not about a person"), "concern:about", NOBODY, check_in_id, words_from),
            button(_("Not now"), "concern:not_now"),
        ],
    )


def whoever_is_named() -> str:
    return _("Who is it about? Whoever you name isn't told unless you agree.")


def buttons_for_draft(turn: Turn, case_id: int, check_in_id: int) -> list[Button]:
    return [
        *(
            button(_as_known(turn, each), "concern_subject:of", case_id, each.id)
            for each in may_be_named(turn, check_in_id)
        ),
        button(_("Not about a person"), "concern_subject:of", case_id, NOBODY),
        button(_("Don't send"), "concern_preview:drop", case_id),
    ]


def others_button(
    turn: Turn, about: Person | None, check_in_id: int, words_from: int
) -> list[Button]:
    """For the few whose concern is about somebody else; none where there is nobody else."""
    if about is None:
        return []
    if all(each.id == about.id for each in may_be_named(turn, check_in_id)):
        return []
    label = _("It's about somebody else here")
    return [button(label, "concern:others", about.id, check_in_id, words_from)]


def _as_known(turn: Turn, person: Person) -> str:
    """«Dr Patel, whom you see»; «Dr Okafor, whom you saw before»; «Maria, practice manager»."""
    if person.id == turn.person.psychologist_id:
        return _("{name}, whom you see").format(name=person.name)
    if person in seen_before(turn):
        return _("{name}, whom you saw before").format(name=person.name)
    return with_part(turn, person)


def said_of(about: Person | None) -> str:
    """Once it is said about whom: that they aren't told."""
    return "" if about is None else not_told(about)
