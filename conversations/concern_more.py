"""More words for a case that can't simply join it: whose they are not for, closed, taken back."""

from bot.buttons import button
from bot.records import cases, kept_words
from bot.records.cases import Case
from bot.rules import routing
from bot.rules.routing import Kind
from bot.texts import _
from bot.turn import Turn
from conversations.recognised import sounds_like_conduct


def is_for_the_subject(turn: Turn, case: Case, text: str) -> bool:
    """Whether words about a wrong-doing would be read by whom they are about (law 7)."""
    reads_it = any(
        each.person_id == case.about_id and each.asked_at is not None
        for each in cases.readers(turn.db, case)
    )
    return (
        reads_it and sounds_like_conduct(turn, text) and not routing.subject_may_hear(Kind.CONDUCT)
    )


def offer_somebody_else(turn: Turn, text: str, name: str) -> None:
    kept = kept_words.keep(turn.db, turn.person.id, text, turn.now)
    turn.say(
        _(
            "If something happened that wasn't OK, it's for somebody other than {name} to hear. "
            "I haven't passed that on. Would you like to tell somebody else?"
        ).format(name=name),
        [
            button(_("Yes, choose who"), "free_text:tell", kept.id, also=("yes",)),
            button(_("No, leave it"), "free_text:leave", kept.id, also=("no",)),
        ],
    )


def ask_before_opening(turn: Turn, case: Case, text: str) -> None:
    """It was closed since the question was asked: what is typed now may be about anything."""
    _ask_to_open(turn, case, text, _("Your message was closed in the meantime."))


def ask_to_open_old(turn: Turn, case: Case, text: str) -> None:
    """A reply to what was closed long ago: words open it by themselves for 14 days."""
    was_closed = _("That message was closed on {day}.")
    _ask_to_open(
        turn, case, text, was_closed.format(day=turn.words.day(case.closed_at or turn.now))
    )


def _ask_to_open(turn: Turn, case: Case, text: str, lead: str) -> None:
    kept = kept_words.keep(turn.db, turn.person.id, text, turn.now)
    turn.say(
        lead + " " + _("Shall I open it again with what you wrote?"),
        [
            button(_("Yes, open it again"), "free_text:add", kept.id, case.id, also=("yes",)),
            button(_("No, leave it"), "free_text:leave", kept.id, also=("no",)),
        ],
    )


def say_that_it_went_nowhere(turn: Turn) -> None:
    turn.say(
        _("You took that back, so what you wrote now went to nobody."),
        [button(_("Something else"), "concern:begin")],
    )


def say_that_it_is_a_draft(turn: Turn, case: Case) -> None:
    turn.say(
        _("That message isn't sent yet. What you wrote now is not in it."),
        [
            button(_("Show it"), "concern:done", case.id),
            button(_("Don't send"), "concern_preview:drop", case.id),
        ],
    )
