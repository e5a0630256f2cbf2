"""I'd rather be called: who calls, on which number, without a word written about it."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records.access import Action
from bot.records.case_entries import EntryKind
from bot.rules.names import called
from bot.rules.routing import Kind
from bot.texts import _
from bot.turn import Turn
from conversations.absences import who_is_away
from conversations.case_alerts import listeners, with_part
from conversations.concern import begin, begin_draft, first_reader, note, take_kept_words
from conversations.concern_preview import own_draft, show_preview
from conversations.concern_ways import nobody_here


def who(turn: Turn, check_in_id: int, words_from: int) -> None:
    others = listeners(turn, turn.person.psychologist_id, Kind.OTHER)
    if not others:
        return nobody_here(turn, None)
    nothing = _("OK. You don't have to write anything about it.")
    parts = [nothing, who_is_away(turn, others), _("Who should call you?")]
    turn.say(
        " ".join(filter(None, parts)),
        [
            *(
                button(
                    with_part(turn, each), "concern_call:by_with", each.id, check_in_id, words_from
                )
                for each in others
            ),
            button(_("Not now"), "concern:not_now"),
        ],
    )


def by(turn: Turn, person_id: int, check_in_id: int) -> None:
    by_with(turn, person_id, check_in_id, 0)


def by_with(turn: Turn, person_id: int, check_in_id: int, words_from: int) -> None:
    """Who calls is chosen; words that were written before go with it, and are in the preview."""
    if person_id == turn.person.psychologist_id:
        return begin(turn)
    case = begin_draft(turn, person_id, check_in_id, words_from)
    if case is None:
        return
    kept = take_kept_words(turn, words_from)
    if kept is not None:
        note(turn, case, EntryKind.WORDS, kept)
    case.wants_call = True
    turn.ask(
        _(
            "Which number, when, and is it safe to leave a message? "
            "Nothing goes to {name} before you have seen it."
        ).format(name=called(first_reader(turn, case).name)),
        [button(_("Don't send"), "concern_preview:drop", case.id)],
        then="concern_call:number",
        case_id=case.id,
    )


def number(turn: Turn, text: str, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is not None:
        note(turn, case, EntryKind.CALL, text)
        show_preview(turn, case)


CONVERSATION = Conversation(
    name="concern_call",
    taps={"who": who, "by": by, "by_with": by_with},
    steps={"number": number},
    needs=Action.OWN_CASE,
)
