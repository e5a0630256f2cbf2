"""Good words: kept for the next meeting, or passed on to whom the client sees, only by a tap."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import kept_words, people
from bot.records.access import Action
from bot.records.kept_words import KeptWords
from bot.records.people import Person
from bot.rules.names import called, listed
from bot.rules.quoting import isolated
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import can_be_reached
from conversations.menu import keyboard_for
from conversations.recognised import concern_said


def about_something_good(turn: Turn) -> None:
    assert turn.incoming is not None, "only updates have words"
    thanks = _("Thank you for writing that. Nobody at the practice has read it.")
    phone = turn.practice.name_and_phone
    reader = _psychologist(turn)
    if reader is None:
        how = _("If it's for somebody there, tell them when you meet, or phone {practice}.")
        turn.say(f"{thanks}\n{how.format(practice=phone)}", keyboard=keyboard_for(turn))
        return
    row = kept_words.keep(turn.db, turn.person.id, turn.incoming.text, turn.now)
    name, is_there = called(reader.name), can_be_reached(reader)
    how = (
        _(
            "If it's for {name}, I can pass it on word for word, or keep it until you meet. "
            "To reach a person, phone {practice}."
        )
        if is_there
        else _("I can keep it until you meet {name}. To reach a person, phone {practice}.")
    )
    label = _("Pass it on to {name}").format(name=name)
    pass_on = button(label, "thanks_given:pass_on", row.id, reader.id)
    turn.say(
        f"{thanks}\n{how.format(name=name, practice=phone)}",
        [
            *([pass_on] if is_there else []),
            button(_("Keep it as a note for next time"), "bring_up:from_words", row.id),
            button(_("No, leave it"), "free_text:leave", row.id, also=("no",)),
        ],
        topic=f"{row.__tablename__}:{row.id}",
    )


def _psychologist(turn: Turn) -> Person | None:
    """Whom the client sees now."""
    found = turn.person.psychologist_id
    return None if found is None else people.get(turn.db, found)


def pass_on(turn: Turn, kept_id: int, reader_id: int) -> None:
    """At once, word for word, and silently: good words can wait. To whom the button named."""
    row, reader = turn.reach(Action.USE_KEPT_WORDS, KeptWords, kept_id), _psychologist(turn)
    if reader is not None and reader.id != reader_id:
        text = _(
            "Sorry, that no longer works. Nothing was changed. Please start again from the menu."
        )
        return turn.say(text, keyboard=keyboard_for(turn))
    if row is not None and concern_said(turn, row.words) is not None:
        row = None  # an old button, or somebody else's message: a concern has its own route
    words = None if row is None or reader is None else kept_words.take(turn.db, row, turn.now)
    if words is None or reader is None:
        text = _("I don't have those words any more. To reach a person, phone {practice}.")
        turn.say(text.format(practice=turn.practice.name_and_phone), keyboard=keyboard_for(turn))
        return
    with turn.speaking_to(reader):
        line = _("Something good, from a client.\n{client} writes: «{line}»").format(
            client=listed(turn.person.name), line=isolated(words)
        )
        told = turn.tell(reader, line, draft=turn.alert(silent=True))
    if told is None:
        text = _("I can't reach {name} here, so I passed nothing on. You can say it when you meet.")
    else:
        turn.note("thanks to psychologist", turn.person)
        text = _("It's on its way to {name}, word for word. I can't say when it will be read.")
    turn.say(text.format(name=called(reader.name)), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(name="thanks_given", taps={"pass_on": pass_on}, needs=Action.OWN_CASE)
