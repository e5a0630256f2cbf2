"""More words of a client's for a case that was sent: they join it, or open it again."""

from datetime import datetime

from bot.buttons import Button, button
from bot.records import case_entries, cases, people
from bot.records.case_entries import EntryKind
from bot.records.cases import Case, CaseState
from bot.records.people import Person, Role
from bot.rules.names import called
from bot.rules.routing import Kind
from bot.rules.triage.thanks import is_only_thanks
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import let_read, others_to_ask, ring, still_asked
from conversations.case_promises import answer_by, look_by, owed_until
from conversations.case_readers import names_of_readers, who_reads
from conversations.case_taker import tell_of_more, tell_of_thanks
from conversations.concern_more import is_for_the_subject, offer_somebody_else
from conversations.concern_reopening import reopen
from conversations.menu import keyboard_for
from conversations.recognised import sounds_like_conduct


def add_words(turn: Turn, case: Case, text: str, *, is_step: bool = False) -> None:
    """The words join the case. Where a step asked for them it waits for more of them."""
    if is_for_the_subject(turn, case, text):
        return offer_somebody_else(turn, text, names_of_readers(turn, case))
    entry = case_entries.add(
        turn.db, case, by_id=turn.person.id, kind=EntryKind.WORDS, text=text, now=turn.now
    )
    entry.sent_at = turn.now
    turn.note("more words", case)
    last = case_entries.last_answer(turn.db, case)
    is_asked = last is not None and last.is_question and last.answered_at is None
    if is_only_thanks(text) and not is_asked:
        return _pass_on_thanks(turn, case)
    is_worse = case.kind is not Kind.CONDUCT and sounds_like_conduct(turn, text)
    if is_worse:
        _takes_less_time(turn, case)
    if case.state is CaseState.CLOSED:
        return reopen(turn, case, who_reads(turn, case))
    _say_that_it_joined(turn, case, tell_of_more(turn, case), is_worse, is_step)


def _say_that_it_joined(
    turn: Turn, case: Case, told: str | None, is_worse: bool, is_step: bool
) -> None:
    if told:
        text = _("Added. It's on its way to {names}.").format(names=told)
    else:
        text = _("Added. It's read together with the rest.")
    senior = _senior_to_name(turn, case) if is_worse else None
    buttons: list[Button] = []
    if senior is not None:
        rule = _("{name} can hear this too, if you wish.")
        text = f"{text} {rule.format(name=called(senior.name))}"
        buttons = let_read(case, [senior])
    if not is_step:
        keyboard = [] if buttons else keyboard_for(turn)
        turn.say(text, buttons, keyboard=keyboard, topic=case.topic)
        return
    turn.ask(
        text + " " + _("Anything more? Write it here, or tap."),
        [*buttons, button(_("That's all"), "concern_status:see", case.id, also=("no",))],
        then="concern_status:words",
        topic=case.topic,
        case_id=case.id,
    )


def _pass_on_thanks(turn: Turn, case: Case) -> None:
    """«Thank you» owes nobody an answer and opens nothing again."""
    name = tell_of_thanks(turn, case)
    text = (
        _("I've passed your thanks on to {name}.").format(name=name)
        if name
        else _("Added. It's read together with the rest.")
    )
    turn.say(text, keyboard=keyboard_for(turn), topic=case.topic)


# --- words about a wrong-doing, in a case that was about something else


def _takes_less_time(turn: Turn, case: Case) -> None:
    """Conduct has a quarter of the time, from now on; a time that is over already stays as it was."""
    case.kind = Kind.CONDUCT
    case.answer_by = _sooner(turn, case.answer_by, answer_by(turn, case))
    if case.state is CaseState.TAKEN and case.answered_at is None:
        _owe_sooner(turn, case, case.answer_by)
    if case.state is not CaseState.WAITING:
        return
    asked = still_asked(turn, case)
    if not asked and cases.were_asked(turn.db, case):
        return  # all who could look are away: it waits for them as the client was told
    case.look_by = _sooner(turn, case.look_by, look_by(turn, case))
    if asked:
        _owe_sooner(turn, case, case.look_by)
        for person in asked:
            ring(turn, case, person)


def _sooner(turn: Turn, promised: datetime | None, anew: datetime) -> datetime:
    return anew if promised is None or (promised > turn.now and anew < promised) else promised


def _owe_sooner(turn: Turn, case: Case, until: datetime) -> None:
    if until > turn.now and (case.due_at is None or until < case.due_at):
        owed_until(turn, case, until)


def _senior_to_name(turn: Turn, case: Case) -> Person | None:
    """The senior psychologist whom the client didn't name yet; nobody within the first minute."""
    if not cases.were_asked(turn.db, case):
        return None
    others = others_to_ask(turn, case)
    seniors = (each for each in others if Role.SENIOR in people.roles_of(turn.db, each))
    return next(seniors, None)
