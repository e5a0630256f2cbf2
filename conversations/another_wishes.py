"""What a client wishes for in another psychologist: one thing a message, tapped or typed."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import case_entries, cases, people, psychologist_changes, psychologist_requests
from bot.records.access import Action
from bot.records.case_entries import EntryKind
from bot.records.cases import Case, CaseState
from bot.records.people import Person
from bot.records.psychologist_requests import (
    NextSession,
    NotesMayGo,
    PsychologistRequest,
    WhoTells,
)
from bot.records.therapy_sessions import TherapySession
from bot.rules.names import called
from bot.rules.routing import Kind
from bot.texts import _
from bot.turn import Turn
from conversations.concern_preview import own_draft
from conversations.menu import keyboard_for
from conversations.recognised import sounds_like_conduct

TIMES, _PLACE, _GENDER, _APPROACH, _LANGUAGE, _WORDS = (
    "times", "place", "gender", "approach", "language", "words",
)  # fmt: skip
_ASKED = (TIMES, _PLACE, _GENDER, _APPROACH, _LANGUAGE)
_SENT = (CaseState.WAITING, CaseState.TAKEN, CaseState.CLOSED)


def own_wishes(turn: Turn, case_id: int) -> tuple[Case, PsychologistRequest] | None:
    """The client's case and the wishes of it that are not sent; otherwise says that they're gone."""
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    if case is not None and case.state in _SENT:
        case = cases.lock(turn.db, case)
    else:
        case = own_draft(turn, case_id)
    if case is None:
        return None
    wishes = psychologist_requests.unsent(turn.db, case)
    if wishes is not None:
        return case, wishes
    turn.say(
        _("That isn't open any more. «Something isn't right» shows how it stands."),
        keyboard=keyboard_for(turn),
    )
    return None


# --- in words


def from_whom(turn: Turn, wishes: PsychologistRequest) -> Person | None:
    """Whom the client sees until now."""
    return None if wishes.from_id is None else people.get(turn.db, wishes.from_id)


def next_session(turn: Turn, wishes: PsychologistRequest) -> TherapySession | None:
    """The next that is booked with the present psychologist."""
    if wishes.from_id is None:
        return None
    ahead = psychologist_changes.sessions_ahead(turn.db, wishes.client_id, wishes.from_id, turn.now)
    return ahead[0] if ahead else None


def _wished(wishes: PsychologistRequest) -> list[str]:
    """«mornings, evenings», «a woman», ««something more practical»»: the manner is in own words."""
    said = [(each, wishes.wishes.get(each)) for each in _ASKED]
    return [
        ", ".join(f"«{words}»" for words in found) if each == _APPROACH else ", ".join(found)
        for each, found in said
        if found
    ]


def _own_words(wishes: PsychologistRequest) -> list[str]:
    return [f"«{words}»" for words in wishes.wishes.get(_WORDS, [])]


def in_words(turn: Turn, wishes: PsychologistRequest) -> str:
    """All of it as whoever reads the case gets it, in the client's name."""
    wished, own = " · ".join(_wished(wishes)), _own_words(wishes)
    nothing = "" if own else _("No special wishes.")
    lines = [_("My wishes: {wishes}").format(wishes=wished) if wished else nothing, *own]
    about = from_whom(turn, wishes)
    if about is None:
        return "\n".join(filter(None, lines))
    session = next_session(turn, wishes)
    tells = {
        None: "",
        WhoTells.CLIENT: _("I tell {name} myself."),
        WhoTells.PRACTICE: _("Please tell {name} for me."),
        WhoTells.NOBODY: _("Please tell {name} nothing yet."),
    }[wishes.who_tells]
    keeps = {
        None: "",
        NextSession.KEEP: _("I keep my next time, {when}."),
        NextSession.LEAVE_OUT: _("Please cancel my next time, {when}."),
        NextSession.UNDECIDED: _("I don't know yet about my next time, {when}."),
    }[wishes.next_session]
    notes = {
        None: "",
        NotesMayGo.YES: _("What {name} has written about me may go to the new {title}."),
        NotesMayGo.NO: _("What {name} has written about me may not go to the new {title}."),
        NotesMayGo.LATER: _("Ask me later about what {name} has written about me."),
    }[wishes.notes_may_go]
    answers = filter(None, [tells, keeps if session is not None else "", notes])
    said = "\n".join(answers).format(
        name=called(about.name),
        title=turn.practice.clinician_title,
        when=turn.words.day_and_time(session.starts_at) if session is not None else "",
    )
    return "\n".join(filter(None, [*lines, said]))


def write_down(turn: Turn, case: Case, wishes: PsychologistRequest) -> None:
    """The preview of a draft shows the wishes as they are now; a sent case only when they're sent."""
    turn.db.flush()
    if case.state is CaseState.DRAFT:
        case_entries.put(
            turn.db,
            case,
            by_id=turn.person.id,
            kind=EntryKind.WISHES,
            text=in_words(turn, wishes),
            now=turn.now,
        )


def keep(turn: Turn, case: Case, wishes: PsychologistRequest, wish: str, words: list[str]) -> None:
    """Own words about a wrong-doing make it one, as anywhere; of a sent case once they are sent."""
    wishes.wishes = {**wishes.wishes, wish: words}
    if case.state is CaseState.DRAFT:
        note_conduct(turn, case, wishes)
    write_down(turn, case, wishes)


def note_conduct(turn: Turn, case: Case, wishes: PsychologistRequest) -> None:
    said = (words for each in wishes.wishes.values() for words in each)
    if any(sounds_like_conduct(turn, words) for words in said):
        case.kind = Kind.CONDUCT


def keep_words(turn: Turn, case: Case, wishes: PsychologistRequest, text: str) -> None:
    """What was typed where a button was asked for."""
    keep(turn, case, wishes, _WORDS, [*wishes.wishes.get(_WORDS, []), text])


# --- the list of them


def show_list(turn: Turn, case: Case, wishes: PsychologistRequest, lead: str | None = None) -> None:
    """What is wished for so far; one tap suffices. With a lead, be it empty, it is a new message."""
    wished = " · ".join([*_wished(wishes), *_own_words(wishes)])
    if wished:
        so_far = _("So far: {wishes}").format(wishes=wished)
        text = f"{so_far}\n\n" + _("Anything else? Tap, or write it.")
    else:
        text = _("What would you wish for? Tap what matters to you, or write it.")
    enough = _("That's all") if wished else _("Nothing special")
    buttons = [*_list_buttons(case), button(enough, "another_questions:who", case.id)]
    say = turn.ask if lead is not None else turn.change
    text = f"{lead}\n\n{text}" if lead else text
    say(text, buttons, then="another_wishes:words", topic=case.topic, case_id=case.id)


def _list_buttons(case: Case) -> list[Button]:
    labels = (
        _("Days and times"),
        _("On line or in the room"),
        _("Man or woman"),
        _("Way of working"),
        _("Language"),
    )
    return [
        button(label, "another_wishes:wish", case.id, number) for number, label in enumerate(labels)
    ]


def again(turn: Turn, case_id: int) -> None:
    found = own_wishes(turn, case_id)
    if found is not None:
        show_list(turn, *found)


def show(turn: Turn, case_id: int) -> None:
    """Back from what comes after the wishes: that message stays as it is."""
    found = own_wishes(turn, case_id)
    if found is not None:
        show_list(turn, *found, lead="")


def words(turn: Turn, text: str, case_id: int) -> None:
    found = own_wishes(turn, case_id)
    if found is not None:
        keep_words(turn, *found, text)
        show_list(turn, *found)


# --- one of them


def _question(wish: str) -> str:
    return {
        TIMES: _("When could you come? Tap as many as you like, or write it."),
        _PLACE: _("On line, or in the room?"),
        _GENDER: _("A man or a woman? You can also write it."),
        _APPROACH: _("How should the two of you work? A few words, such as «more practical»."),
        _LANGUAGE: _("Which language would you like to talk in? Please write it."),
    }[wish]


def _choices(wish: str) -> list[tuple[str, str]]:
    """Labels, and what a tap says."""
    return {
        TIMES: [
            (_("Mornings"), _("mornings")),
            (_("Afternoons"), _("afternoons")),
            (_("Evenings"), _("evenings")),
        ],
        _PLACE: [(_("On line"), _("on line")), (_("In the room"), _("in the room"))],
        _GENDER: [(_("A woman"), _("a woman")), (_("A man"), _("a man"))],
    }.get(wish, [])


def wish(turn: Turn, case_id: int, number: int) -> None:
    found = own_wishes(turn, case_id)
    if found is not None and number < len(_ASKED):
        _ask_one(turn, *found, number)


def _ask_one(turn: Turn, case: Case, wishes: PsychologistRequest, number: int) -> None:
    name = _ASKED[number]
    said = wishes.wishes.get(name, [])
    lines = [_("So far: {wishes}").format(wishes=", ".join(said)) if said else "", _question(name)]
    done = _("Done") if said else _("Back")
    turn.change(
        "\n".join(filter(None, lines)),
        [
            *(
                button(label, "another_wishes:choose", case.id, number, choice)
                for choice, (label, says) in enumerate(_choices(name))
                if says not in said
            ),
            button(_("No preference"), "another_wishes:none", case.id, number, also=("skip",)),
            button(done, "another_wishes:again", case.id, also=(_("Back"),)),
        ],
        then="another_wishes:wish_words",
        topic=case.topic,
        case_id=case.id,
        number=number,
    )


def choose(turn: Turn, case_id: int, number: int, choice: int) -> None:
    found = own_wishes(turn, case_id)
    if found is None or number >= len(_ASKED) or choice >= len(_choices(_ASKED[number])):
        return
    name = _ASKED[number]
    said = _choices(name)[choice][1]
    if name != TIMES:
        keep(turn, *found, name, [said])
        return show_list(turn, *found)
    before = [each for each in found[1].wishes.get(name, []) if each != said]
    keep(turn, *found, name, [*before, said])
    _ask_one(turn, *found, number)


def none(turn: Turn, case_id: int, number: int) -> None:
    found = own_wishes(turn, case_id)
    if found is not None and number < len(_ASKED):
        keep(turn, *found, _ASKED[number], [])
        show_list(turn, *found)


def wish_words(turn: Turn, text: str, case_id: int, number: int) -> None:
    found = own_wishes(turn, case_id)
    if found is None:
        return
    name = _ASKED[number]
    before = found[1].wishes.get(name, []) if name == TIMES else []
    keep(turn, *found, name, [*before, text])
    show_list(turn, *found)


CONVERSATION = Conversation(
    name="another_wishes",
    taps={"again": again, "show": show, "wish": wish, "choose": choose, "none": none},
    steps={"words": words, "wish_words": wish_words},
    needs=Action.OWN_CASE,
    is_of_concern=True,
)
