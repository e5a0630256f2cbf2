"""What staff see of a client's wish for another psychologist, and what the client said may be told."""

from bot.buttons import Button, button
from bot.records import cases, people, psychologist_requests
from bot.records.access import Action
from bot.records.cases import Case
from bot.records.people import Person, Role
from bot.records.psychologist_requests import (
    NotesMayGo,
    PsychologistRequest,
    SearchState,
    WhoTells,
)
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn

# --- on the case's page


def change_lines(turn: Turn, case: Case) -> list[str]:
    """How far the search is, and what was said about telling and notes; none where there is none."""
    search = psychologist_requests.open_search(turn.db, case, turn.now)
    if search is None:
        return []
    client = people.get(turn.db, case.client_id)
    return [
        _how_far(turn, client, search),
        *_who_tells(turn, client, search),
        *_notes(turn, client, search),
        *_who_can(turn, case, search),
    ]


def _how_far(turn: Turn, client: Person, search: PsychologistRequest) -> str:
    name = client.is_called
    if search.to_id is None or search.state is not SearchState.FOUND:
        waits = _("{name} waits for another {title}.")
        return waits.format(name=name, title=turn.practice.clinician_title)
    new = called(people.get(turn.db, search.to_id).name)
    first = psychologist_requests.first_session(turn.db, search)
    if first is None:
        return _("{name} sees {new} now. No time is booked yet.").format(name=name, new=new)
    when = turn.words.day_and_time(first.starts_at)
    return _("{name} sees {new} now, first on {when}.").format(name=name, new=new, when=when)


def _who_tells(turn: Turn, client: Person, search: PsychologistRequest) -> list[str]:
    if search.from_id is None:
        return []
    text = {
        WhoTells.CLIENT: _("Please don't tell {about}: {name} will."),
        WhoTells.PRACTICE: _("{name} asks the practice to tell {about} of the change, not why."),
    }.get(
        search.who_tells or WhoTells.NOBODY,
        _("Please don't tell {about}: {name} wants nobody to yet."),
    )
    about = called(people.get(turn.db, search.from_id).name)
    return [text.format(about=about, name=client.is_called)]


def _notes(turn: Turn, client: Person, search: PsychologistRequest) -> list[str]:
    if search.from_id is None:
        return []
    text = {
        NotesMayGo.YES: _("Notes of {about} may go over: {name} agreed in writing, {when}."),
        NotesMayGo.NO: _("Notes of {about} may not go over, {name} says."),
    }.get(
        search.notes_may_go or NotesMayGo.LATER,
        _("Notes of {about}: ask {name} before they go over."),
    )
    about = called(people.get(turn.db, search.from_id).name)
    when = turn.words.day(search.said_at or turn.now)
    return [text.format(about=about, name=client.is_called, when=when)]


def _who_can(turn: Turn, case: Case, search: PsychologistRequest) -> list[str]:
    """Where this person can't make the change: who can, and whether the client named them."""
    if turn.may(Action.MANAGE_CLIENT) or search.state is SearchState.FOUND:
        return []
    managers = [each for each in people.holders(turn.db, Role.MANAGER) if each.id != case.about_id]
    if not managers:
        return []
    names = _(" or ").join(each.name for each in managers)
    if any(cases.reader(turn.db, case, each.id) is not None for each in managers):
        return [_("The change is made by {names}.").format(names=names)]
    name = people.get(turn.db, case.client_id).is_called
    text = _("The change is made by {names}. Ask {name} before you say anything.")
    return [text.format(names=names, name=name)]


def change_buttons(turn: Turn, case: Case) -> list[Button]:
    """Only for whoever looks after the case and may make the change."""
    search = psychologist_requests.open_search(turn.db, case, turn.now)
    client = people.get(turn.db, case.client_id)
    if search is None or search.state is SearchState.FOUND or client.psychologist_id is None:
        return []
    if case.taken_by != turn.person.id or not turn.may(Action.MANAGE_CLIENT):
        return []
    label = _("Choose another {title} for {name}").format(
        title=turn.practice.clinician_title, name=client.is_called
    )
    return [button(label, "client_psychologist:ask", client.id)]


# --- where the change is made


def _readable(turn: Turn, client: Person, old: Person) -> PsychologistRequest | None:
    """What this client said about leaving this psychologist, if this person may read the case (law 7)."""
    for search in psychologist_requests.searching(turn.db, client.id):
        case = turn.reach(Action.READ_CASE, Case, search.case_id)
        if case is None or search.from_id != old.id:
            continue
        if psychologist_requests.open_search(turn.db, case, turn.now) is not None:
            return search
    return None


def said_lines(turn: Turn, client: Person, old: Person) -> list[str]:
    """What the client said about telling and notes; nothing to those who don't read the case."""
    search = _readable(turn, client, old)
    if search is None:
        return []
    return [*_who_tells(turn, client, search), *_notes(turn, client, search)]


def warns_first(turn: Turn, client: Person, old: Person, *arguments: int) -> bool:
    """Whether the client said that the practice shouldn't tell: then it is asked once more."""
    search = _readable(turn, client, old)
    if search is None or search.who_tells is WhoTells.PRACTICE:
        return False
    (line,) = _who_tells(turn, client, search)
    turn.say(
        f"{line} " + _("Tell {about} all the same?").format(about=called(old.name)),
        [
            button(_("No, don't"), "client_psychologist:dont_tell", client.id, also=("no",)),
            button(
                _("Yes, tell"), "client_psychologist:tell_all_the_same", *arguments, also=("yes",)
            ),
        ],
    )
    return True
