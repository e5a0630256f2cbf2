"""Words about a time that only a person can answer: to the office, if their writer says so."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import kept_words, therapy_sessions
from bot.records.access import Action
from bot.records.kept_words import KeptWords
from bot.records.people import Telephone
from bot.rules.names import called, listed
from bot.rules.quoting import isolated
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.office import office_of
from conversations.office_lines import write_button
from conversations.session_answers import nobody_told, tell_at_once


def send_button(turn: Turn) -> list[Button]:
    """It names who would read the words; they are kept for it. None where others see the telephone."""
    assert turn.incoming is not None, "only updates have words"
    managers = office_of(turn).managers
    if turn.person.telephone is not Telephone.OWN or not managers:
        return []
    row = kept_words.keep(turn.db, turn.person.id, turn.incoming.text, turn.now)
    names = _(" and ").join(called(each.name) for each in managers)
    return [button(_("Send it to {names}").format(names=names), "words_for_office:send", row.id)]


def send(turn: Turn, kept_id: int) -> None:
    """At once, word for word; it rings in practice hours."""
    row = turn.reach(Action.USE_KEPT_WORDS, KeptWords, kept_id)
    said = None if row is None else kept_words.take(turn.db, row, turn.now)
    if said is None:
        text = _("I don't have those words any more. To reach a person, phone {practice}.")
        practice = turn.practice.name_and_phone
        turn.say(text.format(practice=practice), keyboard=keyboard_for(turn))
        return
    line, upcoming = isolated(said), therapy_sessions.upcoming(turn.db, turn.person, turn.now)
    told = tell_at_once(
        turn,
        office_of(turn).managers,
        lambda _words: _("{client} writes: «{line}»").format(
            client=listed(turn.person.name), line=line
        ),
        [write_button(upcoming[0], turn.person)] if upcoming else [],
    )
    turn.note("line to office", turn.person)
    names = _(" and ").join(called(each.name) for each in told)
    text = _(
        "It's on its way to {names}, word for word. I can't say when it will be read.\n"
        "If it can't wait, phone {practice}."
    ).format(names=names, practice=turn.practice.name_and_phone)
    turn.say(text if told else nobody_told(turn), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(name="words_for_office", taps={"send": send})
