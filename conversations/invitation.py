"""Who opens the chat: an invitation that works or doesn't, staff, strangers, a new telephone."""

from bot.conversation import Conversation
from bot.incoming import IncomingKind
from bot.records import consents, dialogue, invitations, outbox, people
from bot.records.outbox import Priority
from bot.records.people import STAFF, Person, Telephone
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations import danger_question, menu
from conversations.commands import let_go, show_commands
from conversations.privacy import resume
from conversations.staff import digest, screen_lock
from conversations.welcome import ask_for_consent, ask_whose_telephone


def started(turn: Turn) -> None:
    """/start from somebody whom we know: go on where the welcome stopped."""
    assert turn.incoming is not None, "strangers come in below"
    code = turn.incoming.text.partition(" ")[2].strip()
    invitation = invitations.find(turn.db, code, turn.now) if code else None
    if invitation is not None and invitation.person_id != turn.person.id:
        return _refuse_second_person(turn)
    if invitation is not None:  # their own, opened where they are already: it must not stay good
        invitations.use(turn.db, invitation, turn.now)
    if turn.roles & STAFF:
        return menu.show_help(turn)
    if turn.person.telephone is Telephone.NOT_ASKED:
        return ask_whose_telephone(turn)
    if not consents.has_any(turn.db, turn.person):
        return ask_for_consent(turn)
    if not turn.person.hears_unasked(turn.now):
        return resume(turn)
    menu.show_help(turn)


def _refuse_second_person(turn: Turn) -> None:
    if turn.roles & STAFF:
        text = _(
            "This invitation is for somebody else, and this account belongs to staff. "
            "I left it unused. "
            "To see what clients see, run the demo (./dev demo)."
        )
    else:
        text = _(
            "This chat is already somebody's. You can still open the link on another telephone."
        )
    turn.say(text)


def stranger(turn: Turn) -> None:
    """Somebody whom nobody invited, or who opens their invitation."""
    incoming = turn.incoming
    assert incoming is not None, "only an update can come from a stranger"
    if incoming.kind is IncomingKind.TEXT and incoming.text.startswith("/start "):
        return _opens_invitation(turn, incoming.text.partition(" ")[2].strip())
    is_words = incoming.kind is IncomingKind.TEXT and not incoming.text.startswith("/")
    if is_words and danger_question.answered_by_stranger(turn):
        return
    turn.say(
        _(
            "I'm a program that works for people who were invited. I don't know this chat, "
            "so I can't help here. If you have an invitation, open its link once more."
        )
    )


def _opens_invitation(turn: Turn, code: str) -> None:
    if not invitations.may_try(turn.db, turn.chat_id, turn.now):
        return _say_code_fails(turn)
    invitation = invitations.find(turn.db, code, turn.now)
    if invitation is None or not invitations.use(turn.db, invitation, turn.now):
        invitations.note_wrong_code(turn.db, turn.chat_id, turn.now)
        return _say_code_fails(turn)
    person = people.lock(turn.db, invitation.person_id)
    if person.left_at is not None:  # at this very moment
        return _say_code_fails(turn)
    _connect(turn, person)
    if turn.roles & STAFF:
        _welcome_staff(turn)
        digest.begin(turn)
    else:
        ask_whose_telephone(turn)
    show_commands(turn)


def _say_code_fails(turn: Turn) -> None:
    """The same words for wrong, used, expired and tried too often: nothing is given away."""
    turn.say(
        _(
            "This invitation doesn't work. It may be old or already used. "
            "Please ask whoever gave it to you for a new one."
        )
    )


def _connect(turn: Turn, person: Person) -> None:
    """Link this chat to the invited person; the chat that they had before is told and let go."""
    if person.telegram_id is not None:
        _let_go(turn, person, person.telegram_id)
    person.telegram_id, person.joined_at = turn.chat_id, turn.now
    person.unreachable_at, person.telephone = None, Telephone.NOT_ASKED
    turn.db.flush()
    turn.somebody, turn.roles = person, people.roles_of(turn.db, person)
    turn.note("join", person)


def _let_go(turn: Turn, person: Person, old_chat: int) -> None:
    """The old chat. What waits for staff moves to the new one; a client's lapses, because nobody
    has said yet whose telephone the new one is. Reminders come from the sessions and go on."""
    if people.roles_of(turn.db, person) & STAFF:
        outbox.move(turn.db, person.id, turn.chat_id)
    else:
        outbox.withdraw_from(turn.db, person.id, turn.now, least=Priority.DANGER)
    turn.tell(
        person,
        _("This chat is no longer connected. Your link was opened on another telephone. "
          "If that wasn't you, please phone the practice."),
    )  # fmt: skip
    dialogue.stop_waiting(turn.db, person.id)
    dialogue.forget_prompts(turn.db, person.id)
    let_go(turn, old_chat)


def _welcome_staff(turn: Turn) -> None:
    screen_lock.opened(turn)
    turn.say(
        _(
            "Hello {name}. This is the reminder helper of {practice}. "
            "Here you see what clients answer to reminders.\n"
            "Other people may look at your screen: keep this chat locked."
        ).format(name=called(turn.person.name), practice=turn.practice.name),
        keyboard=menu.keyboard_for(turn),
    )
    screen_lock.offer_code(turn)


CONVERSATION = Conversation(
    name="invitation",
    commands={"start": started},
)
