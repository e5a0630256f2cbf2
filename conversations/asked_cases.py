"""After an outage: cases asked about once more. Nothing that is said names one (law 7)."""

from collections.abc import Iterator

from bot.buttons import Button, button
from bot.records import cases, inbox, told
from bot.records.access import Action
from bot.records.case_entries import CaseEntry
from bot.records.cases import OPEN_STATES, Case, CaseState
from bot.records.people import Telephone
from bot.texts import _
from bot.turn import Turn
from conversations.asked_again import Again, Asked, Standing, away, something
from conversations.case_alerts import rings_at

# What staff have written and see before it goes: their other buttons are there if they like.
_SENDS = {"case_answers:send", "case_hearing:send", "case_closing:send", "case_closing:close_now"}


def cases_again(asked: Asked) -> Again | None:
    """To the client of a case the question that waits for them, to staff what waits to be opened."""
    return _to_client(asked) or _to_staff(asked)


def _done_since(turn: Turn, standing: Standing) -> bool:
    """Whether they have done anything since it was asked: then they have seen that it works."""
    return inbox.came_since(turn.db, turn.chat_id, standing.prompt.asked_at)


# --- to the client


def _to_client(asked: Asked) -> Again | None:
    turn = asked.turn
    if turn.person.telephone is not Telephone.OWN:
        return None
    for case_id, standing in asked.newest(Case):
        case = turn.db.get(Case, case_id)
        if case is None or case.client_id != turn.person.id:
            continue
        if _waits_for_client(turn, case, standing):
            at = turn.person.clocks(turn.practice).once_not_quiet(turn.now)
            draft = turn.alert(topic=standing.row.topic)
            return Again(f"{away(asked)}\n{something()}", standing.buttons, draft, at)
    return None


def _waits_for_client(turn: Turn, case: Case, standing: Standing) -> bool:
    """What they are writing, or what somebody asked them: not what they may tap if they like."""
    if standing.parts[2:3] == ["entry"]:
        entry = turn.db.get(CaseEntry, int(standing.parts[3]))
        is_asked = entry is not None and entry.is_question and entry.answered_at is None
        return case.is_open and is_asked
    if case.state is CaseState.CLOSED:
        is_asked = case.since is None and standing.has_button_of("concern_later")
    else:
        is_asked = case.state is CaseState.DRAFT or (
            case.is_open and standing.has_button_of("concern_later")
        )
    return is_asked and not _done_since(turn, standing)


# --- to staff


def _to_staff(asked: Asked) -> Again | None:
    """One message, in practice hours. Of several cases each is told by when it was sent."""
    turn = asked.turn
    if turn.person.is_away(turn.now):
        return None
    found = [*_cases_of_staff(asked), *_hearings(asked)]
    if not found:
        return None
    # Who takes one of several cases on doesn't settle the others.
    topic, buttons = None, [opens for opens, _standing in found]
    if len(found) == 1:
        topic, buttons = found[0][1].row.topic, found[0][1].buttons
    text = f"{away(asked)}\n{something()}"
    return Again(text, buttons, turn.alert(topic=topic), rings_at(turn))


def _cases_of_staff(asked: Asked) -> Iterator[tuple[Button, Standing]]:
    """What opens each case that waits for them, and its question."""
    turn = asked.turn
    for case_id, standing in asked.newest(Case):
        case = turn.db.get(Case, case_id)
        if case is None or case.client_id == turn.person.id:
            continue
        if _waits_for_staff(turn, case, standing):
            yield _open(turn, case), standing


def _open(turn: Turn, case: Case) -> Button:
    when = turn.words.day_and_time(case.sent_at or turn.now)
    return button(_("Open: {when}").format(when=when), "cases:open", case.id)


def _waits_for_staff(turn: Turn, case: Case, standing: Standing) -> bool:
    person, topic = turn.person, standing.row.topic
    reader = cases.reader(turn.db, case, person.id)
    reached = turn.reach(Action.READ_CASE, Case, case.id)
    may_read = reached is not None and case.state in OPEN_STATES
    if reader is None or not may_read or standing.row.body.protected:  # that has gone by now
        return False
    if topic == case.alert_topic and case.state is CaseState.WAITING and reader.opened_at is None:
        return not told.is_queued(turn.db, case.alert_topic, person.id)  # «Later» did arrive
    taps = {each.tap for each in standing.buttons}
    is_asked = standing.prompt.by_itself or bool(taps & _SENDS)
    return is_asked and not _done_since(turn, standing)


def _hearings(asked: Asked) -> Iterator[tuple[Button, Standing]]:
    """Words that somebody was given to read and hasn't."""
    turn = asked.turn
    for entry_id, standing in asked.newest(CaseEntry):
        entry = turn.db.get(CaseEntry, entry_id)
        if (
            entry is not None
            and entry.opened_at is None
            and turn.reach(Action.BE_HEARD, CaseEntry, entry.id) is not None
        ):
            label = _("Open: {when}").format(when=turn.words.day_and_time(standing.prompt.asked_at))
            yield button(label, "case_heard:look", entry.id), standing
