"""Another psychologist: no reason is needed. The way in, and other wishes later."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import case_entries, cases, people, psychologist_requests
from bot.records.access import Action
from bot.records.case_entries import EntryKind
from bot.records.cases import Case, CaseState
from bot.records.people import Person
from bot.records.psychologist_requests import SearchState
from bot.rules.names import called
from bot.rules.routing import Kind
from bot.texts import _
from bot.turn import Turn
from conversations.another_questions import all_said, mark_of, who
from conversations.another_wishes import (
    from_whom,
    in_words,
    note_conduct,
    own_wishes,
    show_list,
    write_down,
)
from conversations.case_alerts import listeners
from conversations.case_names import with_part
from conversations.case_readers import who_reads
from conversations.case_taker import tell_of_more
from conversations.concern_preview import own_draft
from conversations.concern_reopening import reopen
from conversations.menu import keyboard_for
from conversations.outside_practice import outside

# --- the way in


def begin(turn: Turn, case: Case) -> None:
    """A draft asks for another psychologist. Who reads it is chosen, and is never the present one."""
    if case.kind is Kind.OTHER:
        case.kind = Kind.CHANGE
    reader = people.get(turn.db, cases.readers(turn.db, case)[0].person_id)
    if reader.id == case.about_id:
        return _ask_who_looks(turn, case, reader)
    wishes = psychologist_requests.begin(turn.db, case)
    write_down(turn, case, wishes)
    about = from_whom(turn, wishes)
    lines = [
        _("You don't need a reason. {name} reads what you choose here, after you have sent it.")
    ]
    if not case.with_name:
        case.with_name = True
        lines.append(_("Your name goes with it: nobody could change it for you without."))
    if about is not None:
        lines.append(_("You can go on seeing {about} meanwhile."))
    lead = " ".join(lines).format(
        name=called(reader.name), about=called(about.name) if about is not None else ""
    )
    show_list(turn, case, wishes, lead)


def wish(turn: Turn, case_id: int) -> None:
    """From a preview of words alone to what they'd wish for."""
    case = own_draft(turn, case_id)
    if case is not None:
        begin(turn, case)


def _ask_who_looks(turn: Turn, case: Case, about: Person) -> None:
    """Another psychologist is for somebody else to find; it can still just be said to this one."""
    others = listeners(turn, case.about_id, case.kind)
    lead = _("Another {title} is for somebody other than {name} to find.").format(
        title=turn.practice.clinician_title, name=called(about.name)
    )
    if others:
        more = [_("Who should look? {name} isn't told by that.").format(name=called(about.name))]
    else:
        more = [_("I can't reach anybody else for this here."), outside(turn)]
    only_say = _("Only say it to {name}").format(name=called(about.name))
    turn.say(
        " ".join(filter(None, [lead, *more])),
        [
            *(
                button(with_part(turn, each), "another_psychologist:reader", case.id, each.id)
                for each in others
            ),
            button(only_say, "concern:done", case.id),
            button(_("Don't send"), "concern_preview:drop", case.id),
        ],
        topic=case.topic,
    )


def reader(turn: Turn, case_id: int, person_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is None:
        return
    if person_id in {each.id for each in listeners(turn, case.about_id, case.kind)}:
        cases.name_readers(turn.db, case, [person_id])
    begin(turn, case)


# --- changed after it was sent


def change(turn: Turn, case_id: int) -> None:
    """Other wishes than before; what was sent counts until these are."""
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    search = wishes = None
    if case is not None:
        case = cases.lock(turn.db, case)
        search = psychologist_requests.open_search(turn.db, case, turn.now)
        wishes = psychologist_requests.begin_change(turn.db, case, turn.now)
    if case is None or search is None or wishes is None:
        own_wishes(turn, case_id)
        return
    if search.state is SearchState.FOUND:
        return who(turn, case_id)
    show_list(turn, case, wishes, _("Nothing changes before you tap «Send»."))


def send(turn: Turn, case_id: int, mark: int) -> None:
    """More words for whoever reads the case; a closed one opens again."""
    found = own_wishes(turn, case_id)
    if found is None:
        return
    case, wishes = found
    text = in_words(turn, wishes)
    if case.state is CaseState.DRAFT or mark != mark_of(text):
        return all_said(turn, case, wishes)
    note_conduct(turn, case, wishes)
    add_to_case(turn, case, text)
    psychologist_requests.send(turn.db, case, turn.now)


def note_in_case(turn: Turn, case: Case, text: str) -> None:
    """What the client says anew stands in the case; nobody is told by that."""
    entry = case_entries.add(
        turn.db, case, by_id=turn.person.id, kind=EntryKind.WISHES, text=text, now=turn.now
    )
    entry.sent_at = turn.now
    turn.note("more words", case)


def add_to_case(turn: Turn, case: Case, text: str, lead: str = "") -> None:
    """The same, and whoever reads it hears of it; a closed case is opened by it.

    `lead` says instead of «Added» what it was.
    """
    note_in_case(turn, case, text)
    if case.state is CaseState.CLOSED:
        return reopen(turn, case, who_reads(turn, case))
    told = tell_of_more(turn, case)
    if lead:
        on_its_way, together = _("It's on its way to {names}."), _("It's read with the rest.")
    else:
        on_its_way = _("Added. It's on its way to {names}.")
        together = _("Added. It's read together with the rest.")
    said = f"{lead} {on_its_way.format(names=told) if told else together}".lstrip()
    turn.say(said, keyboard=keyboard_for(turn), topic=case.topic)


def drop(turn: Turn, case_id: int) -> None:
    found = own_wishes(turn, case_id)
    if found is not None and found[0].state is not CaseState.DRAFT:
        psychologist_requests.drop_unsent(turn.db, found[0])
        turn.say(_("Not sent. It stays as it was."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="another_psychologist",
    taps={
        "wish": wish,
        "reader": reader,
        "change": change,
        "send": send,
        "drop": drop,
    },
    needs=Action.OWN_CASE,
)
