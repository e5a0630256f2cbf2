"""What holds for whoever says that something isn't right, and who listens where nobody here can."""

from bot.buttons import button
from bot.records import cases, people
from bot.records.cases import Case
from bot.records.people import Person, Role
from bot.rules import routing
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.absences import who_is_away
from conversations.case_alerts import listeners, with_part
from conversations.menu import keyboard_for


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


def outside(turn: Turn) -> str:
    """Who is no part of the practice; empty where the practice names nobody."""
    if not turn.practice.outside_contact:
        return ""
    text = _("Not part of the practice, and there to listen: {contact}.")
    return text.format(contact=turn.practice.outside_contact)


def nobody_here(turn: Turn, about: Person | None, *, lead: str = "") -> None:
    """Nobody can be reached here: who is outside, and the telephone."""
    phone = _("You can phone {practice} and ask who can listen.").format(
        practice=turn.practice.name_and_phone
    )
    lines = [lead or permission(about), _("I can't reach anybody for this here."), outside(turn)]
    turn.say("\n\n".join(filter(None, [*lines, phone])), keyboard=keyboard_for(turn))


def nobody_else_here(turn: Turn, case: Case, *, lead: str = "") -> None:
    """Nobody but whom it is about could be reached: the words wait until the client says.

    The practice's telephone is named only where somebody else could pick it up.
    """
    kept = _("Nobody has read your words. I keep them here for a few days.")
    others = {
        each.id
        for role in (Role.MANAGER, Role.SENIOR)
        for each in people.holders(turn.db, role)
        if each.id != case.about_id
    }
    if others:
        phone = _("You can phone {practice} and ask who can listen.")
        more = phone.format(practice=turn.practice.name_and_phone)
    elif turn.practice.outside_contact:
        more = ""
    else:
        title = turn.practice.clinician_title
        more = _(
            "Outside the practice there are offices that hear complaints about a {title}. "
            "I have no number for one here."
        ).format(title=title)
    reached = _("I can't reach anybody else for this here.")
    lines = [f"{lead} {reached}".lstrip(), outside(turn), more, kept]
    turn.say(
        "\n\n".join(filter(None, lines)),
        [button(_("Don't send"), "concern_preview:drop", case.id)],
        topic=case.topic,
    )


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
            button(_("Don't send"), "concern_preview:drop", case.id),
        ],
    )
