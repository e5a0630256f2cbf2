"""What a client answers to staff in a case: words, a time for a call, a yes or a no."""

from datetime import datetime

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import case_entries, cases, dialogue, people
from bot.records.access import Action
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import Case, CaseState
from bot.rules.names import called
from bot.texts import TimeWords, _
from bot.turn import Turn
from conversations.call_questions import (
    ask_about_message,
    message_buttons,
    number_buttons,
    number_topic,
)
from conversations.case_alerts import let_read, others_to_ask
from conversations.case_taker import tell_of_more
from conversations.concern_preview import own_draft
from conversations.menu import keyboard_for

# --- a time for a call


def time_words(words: TimeWords, entry: CaseEntry) -> list[str]:
    return [words.day_and_time(datetime.fromisoformat(each)) for each in entry.times]


def _offer(turn: Turn, case_id: int, entry_id: int) -> tuple[Case, CaseEntry] | None:
    """Offered times, if who offered them still looks after it; otherwise says that they are off."""
    found = own_entry(turn, case_id, entry_id)
    if found is None:
        return None
    case, entry = found
    if case.state is CaseState.TAKEN and case.taken_by == entry.by_id:
        return found
    name = called(people.get(turn.db, entry.by_id).name)
    text = _(
        "{name} doesn't look after it any more, so no call is agreed. Nothing was passed on."
    ).format(name=name)
    more = button(_("Write back"), "concern_status:more", case.id)
    if case.state is CaseState.WAITING:
        wait = button(_("Wait"), "concern_later:wait", case.id)
        turn.say(text, [wait, *let_read(case, others_to_ask(turn, case)), more], topic=case.topic)
    else:
        turn.say(text, [more], topic=case.topic)
    return None


def times(turn: Turn, case_id: int, entry_id: int) -> None:
    found = _offer(turn, case_id, entry_id)
    if found is None:
        return
    case, entry = found
    name = called(people.get(turn.db, entry.by_id).name)
    left = [
        (number, said)
        for number, (said, instant) in enumerate(
            zip(time_words(turn.words, entry), entry.times, strict=True)
        )
        if datetime.fromisoformat(instant) > turn.now
    ]
    if not left:
        back = button(_("Write back"), "concern_status:more", case.id)
        return turn.say(_("Those times are over. Write when it suits you."), [back])
    turn.say(
        _("{name} can call at these times:").format(name=name),
        [
            *(button(said, "case_talk:time", case.id, entry.id, number) for number, said in left),
            button(_("None of these"), "concern_status:more", case.id),
        ],
        topic=case.topic,
    )


def time(turn: Turn, case_id: int, entry_id: int, number: int) -> None:
    found = _offer(turn, case_id, entry_id)
    if found is None:
        return
    case, entry = found
    if number >= len(entry.times) or datetime.fromisoformat(entry.times[number]) <= turn.now:
        return times(turn, case_id, entry_id)
    name = called(people.get(turn.db, entry.by_id).name)
    turn.ask(
        _("Which number? It goes to {name}.").format(name=name),
        [
            *number_buttons(turn, "case_call:kept", case.id, entry.id, number),
            button(_("Another time"), "case_talk:times", case.id, entry.id),
        ],
        then="case_talk:number",
        topic=number_topic(turn, case.topic),
        case_id=case.id,
        entry_id=entry.id,
        number=number,
    )


def number(turn: Turn, text: str, case_id: int, entry_id: int, number: int) -> None:
    found = _offer(turn, case_id, entry_id)
    if found is None:
        return
    case, entry = found
    if number >= len(entry.times) or datetime.fromisoformat(entry.times[number]) <= turn.now:
        return times(turn, case_id, entry_id)
    instant = datetime.fromisoformat(entry.times[number])
    when = turn.words.day_and_time(instant)
    added = case_entries.add(
        turn.db,
        case,
        by_id=turn.person.id,
        kind=EntryKind.CALL,
        text=f"{when}: {text}",
        now=turn.now,
    )
    added.times, added.person_id = [instant.isoformat()], entry.by_id
    added.sent_at = entry.answered_at = turn.now
    turn.note("choose time", case)
    taker = people.get(turn.db, entry.by_id)
    with turn.speaking_to(taker) as words:
        told = _("{number}: call on {when}. Open it for the number.").format(
            number=case.number, when=words.day_and_time(instant)
        )
    tell_of_more(turn, case, told)
    # The call itself is the answer: nothing is late before it.
    case.answer_by = turn.practice.hours.after(instant, turn.practice.answer_time)
    case.wait_until(case.answer_by)
    name = called(taker.name)
    kept = _("{when}, on that number. It goes to {name}, who keeps it with your message.")
    turn.say(
        "\n\n".join([kept.format(when=when, name=name), ask_about_message(name)]),
        [
            *message_buttons("case_call:may_leave", case.id, added.id),
            button(_("Change it"), "case_talk:times", case.id, entry.id),
        ],
        topic=case.topic,
    )


# --- a yes or a no


def no_thanks(turn: Turn, case_id: int) -> None:
    case = own_sent_case(turn, case_id)
    if case is not None:
        _answer(turn, case, _("No, thank you"))


def leave(turn: Turn, case_id: int, entry_id: int, says_yes: int) -> None:
    """Whether who looks after it may talk with the psychologist. The last word counts."""
    found = own_entry(turn, case_id, entry_id)
    if found is None:
        return
    case, entry = found
    entry.answered_at = turn.now
    # A «yes» typed later, to something else, must not be a yes to this.
    dialogue.close_prompts(turn.db, entry.topic, turn.now)
    yes, no = _yes_and_no(turn, case)
    _answer(turn, case, yes if says_yes else no)


def _yes_and_no(turn: Turn, case: Case) -> tuple[str, str]:
    """The two answers, in the client's words."""
    with turn.speaking_to(people.get(turn.db, case.client_id)):
        about = called(people.get(turn.db, case.about_id).name) if case.about_id else ""
        return (
            _("Yes, you may talk with {name} about it").format(name=about),
            _("No, please don't talk with {name} about it").format(name=about),
        )


def may_talk(turn: Turn, case: Case) -> bool:
    """Whether the client's last word was that who looks after it may talk with the psychologist."""
    yes, no = _yes_and_no(turn, case)
    said = [
        entry.text
        for entry in case_entries.from_client(turn.db, case)
        if entry.kind is EntryKind.SENTENCE and entry.text in (yes, no)
    ]
    return said[-1:] == [yes]


def _answer(turn: Turn, case: Case, text: str) -> None:
    last = case_entries.from_client(turn.db, case)[-1:]
    if [entry.text for entry in last] != [text]:  # tapped twice is said once
        added = case_entries.add(
            turn.db, case, by_id=turn.person.id, kind=EntryKind.SENTENCE, text=text, now=turn.now
        )
        added.sent_at = turn.now
        turn.note("answer in case", case)
    names = tell_of_more(turn, case)
    said = _("«{text}» is on its way to {names}.") if names else _("«{text}»: kept with the rest.")
    turn.say(said.format(text=text, names=names), keyboard=keyboard_for(turn), topic=case.topic)


# --- whose it is


def own_sent_case(turn: Turn, case_id: int) -> Case | None:
    """A case of theirs that still can be answered; otherwise says why not."""
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    if case is None or case.state in (CaseState.DRAFT, CaseState.DROPPED):
        own_draft(turn, case_id)
        return None
    if not case.is_open:
        turn.say(
            _("That is over. To say more, tap «Something isn't right»."),
            keyboard=keyboard_for(turn),
        )
        return None
    return cases.lock(turn.db, case)


def own_entry(turn: Turn, case_id: int, entry_id: int) -> tuple[Case, CaseEntry] | None:
    case = own_sent_case(turn, case_id)
    if case is None:
        return None
    entries = case_entries.of_case(turn.db, case)
    entry = next((each for each in entries if each.id == entry_id and each.sent_at), None)
    if entry is None:
        turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))
        return None
    return case, entry


CONVERSATION = Conversation(
    name="case_talk",
    taps={"times": times, "time": time, "no_thanks": no_thanks, "leave": leave},
    steps={"number": number},
    needs=Action.OWN_CASE,
    is_of_concern=True,
)
