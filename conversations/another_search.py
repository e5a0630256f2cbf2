"""Another psychologist, from sending to the first session with the new one: nobody is forgotten."""

from bot.buttons import Button, button
from bot.conversation import Conversation, Timer
from bot.records import cases, people, psychologist_requests
from bot.records.access import Action
from bot.records.cases import Case, CaseState
from bot.records.people import Person
from bot.records.psychologist_requests import (
    REMINDS_EVERY,
    WRITES_EVERY,
    PsychologistRequest,
    SearchState,
)
from bot.rules.measure import Unasked
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.another_psychologist import add_to_case, note_in_case
from conversations.case_alerts import alarm, can_be_reached, open_button, rings_at
from conversations.case_names import names_of
from conversations.case_news import tell_client
from conversations.menu import keyboard_for
from conversations.unasked import allowed_at

# --- how it stands


def how_it_stands(turn: Turn, case: Case) -> list[str]:
    """Lines for a client whose case asks for somebody else; none where it doesn't, or it is over."""
    search = psychologist_requests.open_search(turn.db, case, turn.now)
    if search is None:
        return []
    if search.state is SearchState.FOUND:
        return [_from_now_on(turn, search)]
    if case.taken_by is None:
        return []
    looking = _("{name} is looking for somebody for you.")
    return [looking.format(name=called(people.get(turn.db, case.taken_by).name))]


def _from_now_on(turn: Turn, search: PsychologistRequest) -> str:
    assert search.to_id is not None, "somebody was found"
    name = called(people.get(turn.db, search.to_id).name)
    first = psychologist_requests.first_session(turn.db, search)
    if first is None:
        return _("From now on you see {name}. No time is booked yet.").format(name=name)
    return _("From now on you see {name}. Your first time: {when}.").format(
        name=name, when=turn.words.day_and_time(first.starts_at)
    )


def buttons(turn: Turn, case: Case) -> list[Button]:
    search = psychologist_requests.open_search(turn.db, case, turn.now)
    if search is None:
        return []
    if search.state is SearchState.FOUND:
        label = _("Who tells, and the notes")
        return [button(label, "another_psychologist:change", case.id)]
    return [
        button(_("Change my wishes"), "another_psychologist:change", case.id),
        button(_("Stop looking"), "another_search:stop", case.id),
    ]


# --- stop looking


def _own_search(turn: Turn, case_id: int) -> tuple[Case, PsychologistRequest] | None:
    """A search that is on; otherwise says that none is."""
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    if case is not None:
        case = cases.lock(turn.db, case)
        search = psychologist_requests.open_search(turn.db, case, turn.now)
        if search is not None and search.state is SearchState.LOOKING:
            return case, search
    turn.say(
        _("Nobody is being looked for. «Something isn't right» shows how it stands."),
        keyboard=keyboard_for(turn),
    )
    return None


def stop(turn: Turn, case_id: int) -> None:
    found = _own_search(turn, case_id)
    if found is None:
        return
    turn.say(
        _(
            "Shall I say that nobody needs to look any more? You don't need a reason for that either."
        ),
        [
            button(_("Yes, stop looking"), "another_search:stop_now", case_id, also=("yes",)),
            button(_("No, go on"), "concern_status:see", case_id, also=("no",)),
        ],
        topic=found[0].topic,
    )


def stop_now(turn: Turn, case_id: int) -> None:
    """Whoever reads the case hears it; that it was asked for stays as secret as before."""
    found = _own_search(turn, case_id)
    if found is None:
        return
    case, search = found
    search.state, search.remind_at, search.write_at = SearchState.STOPPED, None, None
    psychologist_requests.drop_unsent(turn.db, case)
    turn.note("stop search", case)
    text = _("Please don't look for anybody else any more.")
    if case.state is not CaseState.CLOSED:
        return add_to_case(turn, case, text, _("All right, nobody needs to look any more."))
    note_in_case(turn, case, text)
    told = [person for person in _who_looks(turn, case) if _ring(turn, case, person, is_news=True)]
    said = _("All right. It's on its way to {names}.").format(names=names_of(told))
    phone = _("All right. I can't reach anybody here to say so. You can phone {practice}.")
    turn.say(
        said if told else phone.format(practice=turn.practice.name_and_phone),
        keyboard=keyboard_for(turn),
    )


# --- as time passes


def remind(turn: Turn, row: PsychologistRequest) -> None:
    """Once a week whoever looks after it is rung, until the first session. A bare line: anybody may
    be looking over their shoulder."""
    case = _case_of(turn, row)
    if case is None:
        return
    row.remind_at = turn.now + REMINDS_EVERY
    is_owed = case.state is CaseState.TAKEN and case.answered_at is None
    if row.state is SearchState.FOUND or case.state is CaseState.WAITING or is_owed:
        return  # the case's own times see to it, or somebody is found
    told = [person for person in _who_looks(turn, case) if _ring(turn, case, person)]
    if not told:
        alarm(turn, case, f"nobody looks after {case.topic}")


def _case_of(turn: Turn, row: PsychologistRequest) -> Case | None:
    """The case of a search that is on. Wishes that were never sent go; what is over rests."""
    case = turn.db.get(Case, row.case_id)
    assert case is not None, "a wish is part of a case"
    case = cases.lock(turn.db, case)
    if row.state is SearchState.WISHING:
        psychologist_requests.drop_unsent(turn.db, case)
        return None
    search = psychologist_requests.open_search(turn.db, case, turn.now)
    return case if search is not None and search.id == row.id else None


def _who_looks(turn: Turn, case: Case) -> list[Person]:
    """Whoever took it on; where they can't be reached any more, the others who were asked."""
    taker = None if case.taken_by is None else people.get(turn.db, case.taken_by)
    if taker is not None and can_be_reached(taker):
        return [taker]
    asked = [each for each in cases.readers(turn.db, case) if each.asked_at is not None]
    return [people.get(turn.db, each.person_id) for each in asked]


def _ring(turn: Turn, case: Case, person: Person, *, is_news: bool = False) -> bool:
    with turn.speaking_to(person):
        text = _("{number}: somebody still waits for it. Please open it.")
        if is_news:
            text = _("{number}: something was added. Please open it.")
        draft = turn.alert(topic=case.topic, due_at=rings_at(turn))
        said = text.format(number=case.number)
        return turn.tell(person, said, [open_button(case)], draft=draft) is not None


def _is_on(turn: Turn, row: PsychologistRequest) -> bool:
    """One whose case was taken back, or closed for another reason, is not."""
    case = turn.db.get(Case, row.case_id)
    return case is not None and psychologist_requests.open_search(turn.db, case, turn.now) == row


def write(turn: Turn, row: PsychologistRequest) -> None:
    """Every two weeks at most, and by the measure of what nobody asked for: it is still open."""
    case = _case_of(turn, row)
    if case is None:
        return
    row.write_at = turn.now + WRITES_EVERY
    searching = psychologist_requests.searching(turn.db, row.client_id)
    is_newest = not any(each.id > row.id and _is_on(turn, each) for each in searching)
    if row.state is SearchState.FOUND or case.taken_by is None or not is_newest:
        return
    allowed = allowed_at(turn, Unasked.SEARCH)
    if allowed is None:
        return
    if allowed > turn.now:
        row.write_at = allowed
        return
    text = _(
        "It isn't settled yet: {name} is still looking for another {title} for you. "
        "You needn't do anything."
    )
    name = called(people.get(turn.db, case.taken_by).name)
    said = text.format(name=name, title=turn.practice.clinician_title)
    shown = buttons(turn, case)
    tell_client(turn, case, said, shown, head=_("A short note for you."), is_unasked=True)


CONVERSATION = Conversation(
    name="another_search",
    taps={"stop": stop, "stop_now": stop_now},
    timers={
        "remind": Timer(PsychologistRequest.remind_at, remind, PsychologistRequest.client_id),
        "write": Timer(PsychologistRequest.write_at, write, PsychologistRequest.client_id),
    },
    needs=Action.OWN_CASE,
)
