"""What holds for whoever says that something isn't right, and who listens where nobody here can."""

from datetime import timedelta

from bot.buttons import button
from bot.records import cases, people
from bot.records.alarms import raise_alarm
from bot.records.cases import Case
from bot.records.people import Person, Role
from bot.rules import routing
from bot.rules.due import day_of, start_of_day
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.absences import who_is_away
from conversations.case_alerts import listeners
from conversations.case_names import with_part
from conversations.menu import keyboard_for
from conversations.outside_practice import no_number, outside, outside_buttons


def permission(about: Person | None) -> str:
    first = _(
        "You're allowed to say this. Your times, your fees and how you're treated stay the same."
    )
    unsafe = _(
        "(If somebody may be unsafe, the practice may have to act. "
        "It would tell you first where it can.)"
    )
    if about is None:
        return f"{first} {unsafe}"
    return f"{first} {not_told(about)} {unsafe}"


def permission_briefly(about: Person | None) -> str:
    """The same before a preview, where all that goes out stands below."""
    first = _("Your times, your fees and how you're treated stay the same.")
    unsafe = _("(If somebody may be unsafe, the practice may have to act.)")
    return " ".join([first, *([not_told(about)] if about else []), unsafe])


def not_told(about: Person) -> str:
    return _("{name} isn't told unless you agree.").format(name=called(about.name))


def nobody_here(turn: Turn, about: Person | None, *, lead: str = "") -> None:
    """Nobody can be reached here: the telephone, and who is outside."""
    _alarm_that_nobody_hears(turn)
    phone = _("You can phone {practice} and ask who can listen.").format(
        practice=turn.practice.name_and_phone
    )
    cant = _("I can't reach anybody for this here.")
    turn.say("\n\n".join([lead or permission(about), cant, phone]), keyboard=keyboard_for(turn))
    if outside(turn):
        turn.say(outside(turn), keyboard=keyboard_for(turn))


def nobody_else_here(turn: Turn, case: Case, *, lead: str = "") -> None:
    """Nobody but whom it is about could be reached: the words wait until the client says.

    The practice's telephone is named only where somebody else could pick it up.
    """
    _alarm_that_nobody_hears(turn)
    kept = _("Nobody has read your words. I keep them here for a few days.")
    others = {
        each.id
        for role in (Role.MANAGER, Role.SENIOR)
        for each in people.holders(turn.db, role)
        if each.id != case.about_id
    }
    reached = _("I can't reach anybody else for this here.")
    who_else = outside(turn) or ("" if others else no_number(turn))
    said = [f"{lead} {reached}".lstrip(), who_else]
    turn.say("\n\n".join(filter(None, said)), topic=case.topic)
    phone = _("You can phone {practice} and ask who can listen.")
    more = phone.format(practice=turn.practice.name_and_phone) if others else ""
    turn.say(
        "\n\n".join(filter(None, [more, kept])),
        [button(_("Don't send"), "concern_preview:drop", case.id)],
        topic=case.topic,
    )


def _alarm_that_nobody_hears(turn: Turn) -> None:
    """Say to the operator that a client found nobody: once for a day, as the next one opens.

    Where one person is the whole practice, the operator may be whom it is about (law 7). So it
    tells neither which client it was nor at what hour.
    """
    zone = turn.practice.zone
    day = day_of(turn.now, zone)
    tomorrow = start_of_day(day + timedelta(days=1), zone)
    what = f"on {day} a client found nobody here to hear a concern (`between-sessions check`)"
    at = turn.practice.hours.next_opening(tomorrow) or tomorrow
    raise_alarm(turn.db, turn.practice, what, turn.now, due_at=at)


def is_for_the_accused(turn: Turn, case: Case, reader: Person) -> bool:
    """Conduct can't be sent to its subject (law 7); nothing can to a subject but the client's own
    psychologist, whom one may tell oneself."""
    is_own = reader.id == turn.person.psychologist_id
    return reader.id == case.about_id and not (is_own and routing.subject_may_hear(case.kind))


def ask_who_instead(turn: Turn, case: Case) -> None:
    """Whom it is about is taken off the list; the words stay."""
    about = called(people.get(turn.db, cases.readers(turn.db, case)[0].person_id).name)
    if routing.subject_may_hear(case.kind):
        not_them = _("If it's about {name}, somebody else hears it here.").format(name=about)
    else:
        not_them = _(
            "If something happened that wasn't OK, it's for somebody other than {name} to hear."
        ).format(name=about)
    ask_who(turn, case, not_them, _("Your words are kept here. Who should hear it?"))


def ask_who(turn: Turn, case: Case, lead: str, question: str) -> None:
    """Who hears it instead; the words stay."""
    others = listeners(turn, case.about_id, case.kind)
    if not others:
        return nobody_else_here(turn, case, lead=lead)
    lead = " ".join(filter(None, [lead, who_is_away(turn, others)]))
    turn.say(
        f"{lead} {question}".lstrip(),
        [
            *(
                button(with_part(turn, each), "concern:instead", case.id, each.id)
                for each in others
            ),
            *outside_buttons(turn),
            button(_("Don't send"), "concern_preview:drop", case.id),
        ],
    )
