"""The words of notes for the next session: their kinds, a line that helps to begin, how each is read."""

from bot.records.notes import Note, OwnNoteKind
from bot.rules.quoting import isolated
from bot.rules.splitting import shortened
from bot.texts import _

_BEGINNING = 60  # characters of a note where several stand among each other


def label_of(kind: OwnNoteKind) -> str:
    """As the client chooses it."""
    return {
        OwnNoteKind.NOT_READY: _("A topic I'm not ready to discuss yet"),
        OwnNoteKind.NEED: _("What I need or expect"),
        OwnNoteKind.FEEDBACK: _("Feedback on how we work"),
        OwnNoteKind.TO_TALK_ABOUT: _("Something I want to talk about"),
    }[kind]


def guide_to(kind: OwnNoteKind) -> str:
    return {
        OwnNoteKind.NOT_READY: _(
            "You can write just a word. You don't have to talk about it before you want to."
        ),
        OwnNoteKind.NEED: _("What you'd like more of, or less of. You needn't give a reason."),
        OwnNoteKind.FEEDBACK: _("What suits you, and what doesn't. Half a sentence is enough."),
        OwnNoteKind.TO_TALK_ABOUT: _("A word is enough, so that you don't forget it."),
    }[kind]


def as_read(note: Note) -> list[str]:
    """The kind and the words, whole, as the psychologist reads them.

    The client sees the very same before they say yes to it, so it fits from both sides.
    """
    heading = {
        OwnNoteKind.NOT_READY: _("Not ready to discuss this yet. Please don't ask about it:"),
        OwnNoteKind.NEED: _("A need or an expectation:"),
        OwnNoteKind.FEEDBACK: _("Feedback on how you work together:"),
        OwnNoteKind.TO_TALK_ABOUT: _("Something to talk about:"),
    }[note.kind]
    return [heading, _("«{words}»").format(words=isolated(note.words))]


def own_words(note: Note) -> str:
    """The kind and the words, whole, for the client."""
    words = isolated(note.words)
    return _("{kind}:\n«{words}»").format(kind=label_of(note.kind), words=words)


def in_a_line(note: Note, *, with_words: bool) -> str:
    """The kind and how it begins."""
    if not with_words:
        return label_of(note.kind)
    words = isolated(shortened(note.words, _BEGINNING))
    return _("{kind}: «{words}»").format(kind=label_of(note.kind), words=words)
