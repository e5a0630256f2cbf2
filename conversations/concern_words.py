"""The words of a concern before it is sent: what was kept, the sentences, and what is added."""

from collections.abc import Sequence

from bot.buttons import Button, button
from bot.records import case_entries, cases, kept_words, people
from bot.records.access import Action
from bot.records.case_entries import EntryKind
from bot.records.cases import Case
from bot.records.check_ins import CheckIn
from bot.records.kept_words import KeptWords
from bot.records.people import Person
from bot.rules.concern_kinds import kind_after
from bot.rules.names import called
from bot.rules.routing import Kind
from bot.texts import _
from bot.turn import Turn
from conversations.check_in_words import answers_in_words
from conversations.recognised import kind_said


def take_kept_words(turn: Turn, words_from: int) -> str | None:
    """What the client wrote before they were asked; once, and only theirs."""
    row = turn.reach(Action.USE_KEPT_WORDS, KeptWords, words_from)
    return None if row is None else kept_words.take(turn.db, row, turn.now)


def check_in_answers(turn: Turn, check_in_id: int) -> list[str]:
    """The client's own answers, one line each; none where there are none of theirs."""
    row = turn.reach(Action.ANSWER_CHECK_IN, CheckIn, check_in_id)
    return answers_in_words(turn.db, row) if row is not None else []


def first_reader(turn: Turn, case: Case) -> Person:
    named = cases.readers(turn.db, case)
    assert named, "a case begins with who hears it"
    return people.get(turn.db, named[0].person_id)


def sentences() -> Sequence[tuple[str, Kind]]:
    return (
        (_("I don't feel heard"), Kind.RELATIONSHIP),
        (_("I can't be open"), Kind.RELATIONSHIP),
        (_("We're not getting anywhere"), Kind.APPROACH),
        (_("Something happened that wasn't OK"), Kind.CONDUCT),
        (_("I'd like somebody else"), Kind.CHANGE),
        (_("I can't put it into words"), Kind.OTHER),
    )


def ask_for_words(turn: Turn, case: Case) -> None:
    turn.ask(
        _(
            "Tap a sentence that fits, or write your own. Short is fine. "
            "Nothing goes to {name} before you have seen it."
        ).format(name=called(first_reader(turn, case).name)),
        [
            button(sentence, "concern:sentence", case.id, number)
            for number, (sentence, _kind) in enumerate(sentences())
        ],
        then="concern:words",
        case_id=case.id,
    )


def note(turn: Turn, case: Case, kind: EntryKind, text: str) -> None:
    """Keep what the client says; what kind of concern it is follows from it."""
    case_entries.add(turn.db, case, by_id=turn.person.id, kind=kind, text=text, now=turn.now)
    kinds = dict(sentences())
    tapped = [
        kinds.get(entry.text, Kind.OTHER)
        for entry in case_entries.from_client(turn.db, case)
        if entry.kind is EntryKind.SENTENCE
    ]
    own_words = kind_said(turn, text) if kind is EntryKind.WORDS else Kind.OTHER
    case.kind = kind_after(case.kind, tapped, own_words)


def anything_more(turn: Turn, case: Case, got: str = "") -> None:
    """What was said is there, and more may follow; `got` says so instead of the usual words."""
    entries = case_entries.from_client(turn.db, case)
    kinds = {entry.kind for entry in entries}
    leave_out = button(_("Leave my answers out"), "concern:leave_answers", case.id)
    answers = leave_out if EntryKind.CHECK_IN in kinds else _add_answers(turn, case)
    turn.ask(
        got or _got(len(entries)),
        [
            button(_("That's all"), "concern:done", case.id, also=("no",)),
            *([answers] if case.check_in_id else []),
        ],
        then="concern:words",
        case_id=case.id,
    )


def _add_answers(turn: Turn, case: Case) -> Button:
    given = len(check_in_answers(turn, case.check_in_id))
    labels = {
        1: _("Add my answer"),
        2: _("Add my two answers"),
        3: _("Add my three answers"),
        4: _("Add my four answers"),
    }
    label = labels.get(given, _("Add my answers"))
    return button(label, "concern:add_answers", case.id, also=("add my answers",))


def _got(count: int) -> str:
    """Whoever writes much gets a word for each message, and the question no more."""
    if count > 2:
        return _("Got all of it.")
    got = _("Got it.") if count == 1 else _("Got both.")
    return got + " " + ask_for_more()


def ask_for_more() -> str:
    return _("Anything more? Write it here, or tap.")
