"""Something isn't right: permission, who hears it, and in what words."""

from collections.abc import Sequence

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import case_entries, cases, kept_words, people
from bot.records.access import Action
from bot.records.case_entries import EntryKind
from bot.records.cases import Case
from bot.records.check_ins import CheckIn
from bot.records.kept_words import KeptWords
from bot.records.people import Person
from bot.rules.names import called
from bot.rules.routing import Kind
from bot.rules.triage.plain_words import plain_words
from bot.rules.triage.topics import Label, topic_of
from bot.texts import _
from bot.turn import Turn
from conversations import another_psychologist
from conversations.absences import who_is_away
from conversations.case_alerts import can_be_reached, listeners, with_part
from conversations.check_in_words import answers_in_words
from conversations.concern_preview import (
    ask_who_instead,
    own_draft,
    show_preview,
)
from conversations.concern_status import show_how_it_stands
from conversations.concern_ways import (
    contact,
    is_for_the_accused,
    nobody_here,
    outside_buttons,
    permission,
)
from conversations.kept_notes import show_kept
from conversations.menu import keyboard_for
from conversations.tell_myself import offer

# --- permission, and who should hear it


def begin(
    turn: Turn, *, check_in_id: int = 0, to_psychologist: bool = False, words_from: int = 0
) -> None:
    """The way in. A check-in's answers may be added later, kept words are the first words."""
    if to_psychologist and turn.person.psychologist_id is not None:
        return to(turn, turn.person.psychologist_id, check_in_id, words_from)
    about = _psychologist(turn)
    who = _who_buttons(turn, about, check_in_id, words_from)
    if not who:
        return nobody_here(turn, about)
    others = listeners(turn, about.id if about else None, Kind.OTHER)
    call = [button(_("I'd rather be called"), "concern_call:who", check_in_id, words_from)]
    nobody_else = "" if others else contact(turn)
    theirs = [about] if about is not None and can_be_reached(about) else []
    away = who_is_away(turn, [*others, *theirs])
    parts = filter(None, [permission(about), nobody_else, away, _("Who should hear it?")])
    buttons = [*who, *(call if others else []), *outside_buttons(turn)]
    turn.say("\n\n".join(parts), [*buttons, button(_("Not now"), "concern:not_now")])


def something_isnt_right(turn: Turn) -> None:
    """From the menu: how it stands, where something was said already; else the way in."""
    has_note = show_kept(turn)
    if not show_how_it_stands(turn) and not has_note:
        begin(turn)


def begin_anew(turn: Turn) -> None:
    begin(turn)


def _psychologist(turn: Turn) -> Person | None:
    psychologist_id = turn.person.psychologist_id
    return None if psychologist_id is None else people.get(turn.db, psychologist_id)


def _who_buttons(
    turn: Turn, about: Person | None, check_in_id: int, words_from: int
) -> list[Button]:
    """Managers and senior psychologists, and the client's own psychologist last."""
    about_id = about.id if about else None
    chosen = [
        button(with_part(turn, each), "concern:to", each.id, check_in_id, words_from)
        for each in listeners(turn, about_id, Kind.OTHER)
    ]
    if about is not None and can_be_reached(about):
        label = _("{name}, whom you see").format(name=about.name)
        chosen.append(button(label, "concern:to", about.id, check_in_id, words_from))
    return chosen


def not_now(turn: Turn) -> None:
    turn.say(
        _("That's fine. Nothing was passed on. «Something isn't right» is always there."),
        keyboard=keyboard_for(turn),
    )


def to(turn: Turn, person_id: int, check_in_id: int, words_from: int) -> None:
    """The client has named who hears it. Whom they see can be told in two ways."""
    about = _psychologist(turn)
    if about is None or about.id != person_id or _is_of_conduct(turn, words_from):
        return write(turn, person_id, check_in_id, words_from)
    offer(turn, about, check_in_id, words_from, can_write=can_be_reached(about))


def _is_of_conduct(turn: Turn, words_from: int) -> bool:
    """Whether what was written before is about a wrong-doing: that isn't for the accused."""
    kept = turn.reach(Action.USE_KEPT_WORDS, KeptWords, words_from)
    return kept is not None and topic_of(kept.words).label is Label.CONDUCT


def write(turn: Turn, person_id: int, check_in_id: int, words_from: int) -> None:
    """A draft begins."""
    case = begin_draft(turn, person_id, check_in_id, words_from)
    if case is None:
        return
    kept = take_kept_words(turn, words_from)
    if kept is not None:
        note(turn, case, EntryKind.WORDS, kept)
        nothing_yet = _(
            "What you wrote is in it. Nothing goes to {name} before you have seen it."
        ).format(name=called(first_reader(turn, case).name))
        return _anything_more(turn, case, nothing_yet)
    _ask_for_words(turn, case)


def begin_draft(turn: Turn, person_id: int, check_in_id: int, words_from: int = 0) -> Case | None:
    """A draft for this reader; None, and an answer, if they can't be chosen."""
    about_id = turn.person.psychologist_id
    allowed = {each.id for each in listeners(turn, about_id, Kind.OTHER)}
    if about_id is not None and can_be_reached(people.get(turn.db, about_id)):
        allowed.add(about_id)
    if person_id not in allowed:
        turn.say(_("That person can't be reached here now. Please choose again."))
        begin(turn, check_in_id=check_in_id, words_from=words_from)
        return None
    case = cases.begin(
        turn.db,
        client_id=turn.person.id,
        about_id=about_id,
        check_in_id=check_in_id,
        now=turn.now,
    )
    cases.name_readers(turn.db, case, [person_id])
    turn.note("begin case", case)
    return case


def take_kept_words(turn: Turn, words_from: int) -> str | None:
    """What the client wrote before they were asked; once, and only theirs."""
    row = turn.reach(Action.USE_KEPT_WORDS, KeptWords, words_from)
    return None if row is None else kept_words.take(turn.db, row, turn.now)


def check_in_answers(turn: Turn, check_in_id: int) -> list[str]:
    """The client's own answers, one line each; none where there are none of theirs."""
    row = turn.reach(Action.SEE_CHECK_IN, CheckIn, check_in_id)
    return answers_in_words(row) if row is not None else []


def first_reader(turn: Turn, case: Case) -> Person:
    named = cases.readers(turn.db, case)
    assert named, "a case begins with who hears it"
    return people.get(turn.db, named[0].person_id)


# --- in what words


def _sentences() -> Sequence[tuple[str, Kind]]:
    return (
        (_("I don't feel heard"), Kind.RELATIONSHIP),
        (_("I can't be open"), Kind.RELATIONSHIP),
        (_("We're not getting anywhere"), Kind.APPROACH),
        (_("Something happened that wasn't OK"), Kind.CONDUCT),
        (_("I'd like somebody else"), Kind.CHANGE),
        (_("I can't put it into words"), Kind.OTHER),
    )


def _ask_for_words(turn: Turn, case: Case) -> None:
    turn.ask(
        _(
            "Tap a sentence that fits, or write your own. Short is fine. "
            "Nothing goes to {name} before you have seen it."
        ).format(name=called(first_reader(turn, case).name)),
        [
            button(sentence, "concern:sentence", case.id, number)
            for number, (sentence, _kind) in enumerate(_sentences())
        ],
        then="concern:words",
        case_id=case.id,
    )


def sentence(turn: Turn, case_id: int, number: int) -> None:
    case = own_draft(turn, case_id)
    if case is None or number >= len(_sentences()):
        return
    text, kind = _sentences()[number]
    case.kind = kind if case.kind is Kind.OTHER or kind is Kind.CONDUCT else case.kind
    if text not in {entry.text for entry in case_entries.from_client(turn.db, case)}:
        note(turn, case, EntryKind.SENTENCE, text)
    if kind is Kind.CHANGE:
        return another_psychologist.begin(turn, case)
    _anything_more(turn, case)


def words(turn: Turn, text: str, case_id: int) -> None:
    for number, (known, _kind) in enumerate(_sentences()):
        if plain_words(text) == plain_words(known):  # typed instead of tapped
            return sentence(turn, case_id, number)
    case = own_draft(turn, case_id)
    if case is None:
        return
    note(turn, case, EntryKind.WORDS, text)
    _anything_more(turn, case)


def note(turn: Turn, case: Case, kind: EntryKind, text: str) -> None:
    """Keep what the client says. Own words about a wrong-doing count like the sentence for it."""
    if kind is EntryKind.WORDS and topic_of(text).label is Label.CONDUCT:
        case.kind = Kind.CONDUCT
    case_entries.add(turn.db, case, by_id=turn.person.id, kind=kind, text=text, now=turn.now)


def _anything_more(turn: Turn, case: Case, got: str = "") -> None:
    entries = case_entries.from_client(turn.db, case)
    got = got or {1: _("Got it."), 2: _("Got both.")}.get(len(entries), _("Got all of it."))
    kinds = {entry.kind for entry in entries}
    answers = [button(_("Add my answers"), "concern:add_answers", case.id)]
    has_answers = case.check_in_id and EntryKind.CHECK_IN not in kinds
    turn.ask(
        got + " " + _("Anything more? Write it here, or tap."),
        [
            button(_("That's all"), "concern:done", case.id, also=("no",)),
            *(answers if has_answers else []),
        ],
        then="concern:words",
        case_id=case.id,
    )


def add_answers(turn: Turn, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is None:
        return
    lines = check_in_answers(turn, case.check_in_id)
    if lines:
        note(turn, case, EntryKind.CHECK_IN, "\n".join(lines))
    _anything_more(turn, case)


def done(turn: Turn, case_id: int) -> None:
    """All is said: a wrong-doing takes the accused off the list, then the preview."""
    case = own_draft(turn, case_id)
    if case is None:
        return
    if is_for_the_accused(case, first_reader(turn, case)):
        return ask_who_instead(turn, case)
    show_preview(turn, case)


def instead(turn: Turn, case_id: int, person_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is None:
        return
    if person_id not in {each.id for each in listeners(turn, case.about_id, case.kind)}:
        return ask_who_instead(turn, case)
    cases.name_readers(turn.db, case, [person_id])
    show_preview(turn, case)


CONVERSATION = Conversation(
    name="concern",
    words={"Something isn't right": something_isnt_right},
    taps={
        "to": to,
        "write": write,
        "not_now": not_now,
        "sentence": sentence,
        "add_answers": add_answers,
        "done": done,
        "instead": instead,
        "begin": begin_anew,
    },
    steps={"words": words},
    needs=Action.OWN_CASE,
)
