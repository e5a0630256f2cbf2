"""What a psychologist sees of each kind that can be shared, in words, before the yes and after it."""

from bot.records.people import Person
from bot.records.sharings import SharedKind, Sharing
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn

# What stood above a yes: a new wording gets a new name.
SHARING_TEXT_VERSION = "sharing 2026-11b"


def would_see(kind: SharedKind, reader: Person) -> str:
    """Exactly who would see what, said before the yes."""
    text = {
        SharedKind.CHECK_INS: _(
            "Short questions: {name} would see the numbers that you tap, and of which day. "
            "Not your words, and not what I say about the numbers."
        ),
        SharedKind.HOMEWORK: _(
            "Homework: {name} would see how it went, from done to not yet, what gets in the way, "
            "and the words and the smaller part that you write about it."
        ),
        SharedKind.NOTES: _(
            "Notes to bring: {name} would see those that you choose, each one on its own. "
            "The others stay with you."
        ),
    }[kind]
    return text.format(name=called(reader.name))


def freely() -> str:
    """Below each question."""
    return _(
        "Nobody else sees any of it. You can end it at any time with /sharing, and your care stays "
        "the same whatever you choose."
    )


def stands(turn: Turn, kind: SharedKind, yes: Sharing | None) -> str:
    """A line of the page: what is on, and since when."""
    if yes is None:
        return {
            SharedKind.CHECK_INS: _("Short questions: off. Only you see your numbers."),
            SharedKind.HOMEWORK: _("Homework: off, except what you show one by one."),
            SharedKind.NOTES: _("Notes to bring: off. Only you see them."),
        }[kind]
    if yes.covers_from is None:
        assert yes.given_at is not None, "it stands"
        return {
            SharedKind.CHECK_INS: _("Short questions: on since {day}. All of your numbers."),
            SharedKind.HOMEWORK: _("Homework: on since {day}. All of your answers."),
            SharedKind.NOTES: _("Notes to bring: on since {day}. All those that you chose."),
        }[kind].format(day=turn.words.day(yes.given_at))
    return {
        SharedKind.CHECK_INS: _("Short questions: on. Your numbers from {day} on."),
        SharedKind.HOMEWORK: _("Homework: on. Your answers from {day} on."),
        SharedKind.NOTES: _("Notes to bring: on. Those that you chose from {day} on."),
    }[kind].format(day=turn.words.day(yes.covers_from))


def is_on(kind: SharedKind, name: str, *, covers_all: bool) -> str:
    """Said once it is on."""
    if covers_all:
        text = {
            SharedKind.CHECK_INS: _(
                "On. {name} can see all your numbers about your times together, and later ones too. "
                "Those that you kept to yourself stay with you."
            ),
            SharedKind.HOMEWORK: _(
                "On. {name} can see how all the homework from {name} went, so far and from now on. "
                "What you kept to yourself stays with you."
            ),
            SharedKind.NOTES: _(
                "On. {name} can see the notes that you choose, and those that you chose before."
            ),
        }[kind]
    else:
        text = {
            SharedKind.CHECK_INS: _("On. {name} can see your numbers from now on."),
            SharedKind.HOMEWORK: _("On. {name} can see how homework goes from now on."),
            SharedKind.NOTES: _("On. {name} can see the notes that you choose from now on."),
        }[kind]
    return text.format(name=name)


def is_off(kind: SharedKind, name: str) -> str:
    """Effective at once, and said truly: what was read can't be made unread."""
    text = {
        SharedKind.CHECK_INS: _("Off. {name} can't see your numbers here any more."),
        SharedKind.HOMEWORK: _(
            "Off. {name} can't see here any more how homework went, nor what you showed of it. "
            "Questions that you asked {name} stay asked."
        ),
        SharedKind.NOTES: _("Off. {name} can't see your notes to bring here any more."),
    }[kind].format(name=name)
    return (
        text
        + " "
        + _(
            "What was waiting to go out isn't sent. What {name} has read by now stays read."
        ).format(name=name)
    )
