"""How a client wants to be called: typed, said back, and told to the office."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import kept_words, outbox
from bot.records.access import Action
from bot.records.kept_words import KeptWords
from bot.records.people import Person, Telephone
from bot.rules.names import called, listed, tidy_name
from bot.texts import _
from bot.turn import Turn
from conversations.office import office_of, tell_after_undo_delay


def ask(turn: Turn) -> None:
    """What it changes is said first. No name stands on a telephone that others see."""
    if turn.person.telephone is not Telephone.OWN:
        turn.say(_("I keep your name off a telephone that others can see."))
        return
    _ask(
        turn,
        _(
            "I call you {name}. What shall I call you? "
            "The office and the person you see get to know it. Your name in their files stays."
        ).format(name=turn.person.is_called),
    )


def _ask(turn: Turn, text: str) -> None:
    turn.ask(text, [button(_("Leave it"), "own_name:leave")], then="own_name:typed")


def typed(turn: Turn, text: str) -> None:
    name = tidy_name(text)
    if name is None:
        return _ask(turn, _("I can keep up to 60 letters. What shall I call you?"))
    kept = kept_words.keep(turn.db, turn.person.id, name, turn.now)
    turn.say(
        _("«{name}». Is that right?").format(name=name),
        [
            button(_("Yes, call me that"), "own_name:keep", kept.id, also=("yes",)),
            button(_("Write it again"), "own_name:ask"),
            button(_("Leave it"), "own_name:leave", also=("no",)),
        ],
    )


def keep(turn: Turn, words_id: int) -> None:
    kept = turn.reach(Action.USE_KEPT_WORDS, KeptWords, words_id)
    words = kept_words.take(turn.db, kept, turn.now) if kept is not None else None
    name = tidy_name(words) if words is not None else None
    if name is None:
        turn.say(_("I no longer have that name. To write it again, tap «Your name»."))
        return
    turn.person.called_name = name
    turn.note("called name", turn.person)
    told = _tell(turn, name)
    lines = [_("Good, I call you {name} from now on.").format(name=name)]
    if told:
        who = _(" and ").join(called(each.name) for each in told)
        lines.append(_("{names} will hear it in 3 minutes.").format(names=who))
    turn.say(" ".join(lines), [button(_("Change it back"), "own_name:forget")])


def forget(turn: Turn) -> None:
    if turn.person.called_name is None:
        turn.say(_("There is nothing to take back."))
        return
    turn.person.called_name = None
    turn.note("called name", turn.person)
    if outbox.withdraw(turn.db, _topic(turn.person), turn.now) == 0:
        _tell(turn, turn.person.is_called)
    turn.say(_("I call you {name} again.").format(name=turn.person.is_called))


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was changed."))


def _topic(person: Person) -> str:
    return f"{person.__tablename__}:{person.id}:name"


def _tell(turn: Turn, name: str) -> list[Person]:
    """The office hears of the newest wish only."""
    outbox.withdraw(turn.db, _topic(turn.person), turn.now)
    office, client = office_of(turn), listed(turn.person.name)
    return tell_after_undo_delay(
        turn,
        [*office.managers, *office.others],
        lambda _words: _("{client} would like to be called «{name}».").format(
            client=client, name=name
        ),
        topic=_topic(turn.person),
    )


CONVERSATION = Conversation(
    name="own_name",
    taps={"ask": ask, "keep": keep, "forget": forget, "leave": leave},
    steps={"typed": typed},
    needs=Action.CHANGE_SETTINGS,
)
