"""A number for a call, and when a call is safe: optional, and seen by few."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records.access import Action
from bot.records.people import Telephone
from bot.rules import contact
from bot.texts import _
from bot.turn import Turn

# --- the number


def ask_number(turn: Turn) -> None:
    """Who sees it is said before it is given."""
    _ask_number(turn, _("Which number may we call? {who}").format(who=_who_sees_it()))


def _who_sees_it() -> str:
    return _(
        "Only those who open an urgent message, or one that you sent with your name under "
        "«Something isn't right», see it. You needn't say any."
    )


def _ask_number(turn: Turn, text: str) -> None:
    turn.ask(text, [button(_("Leave it"), "calls:leave")], then="calls:number")


def number_typed(turn: Turn, text: str) -> None:
    try:
        number = contact.phone(text)
    except ValueError:
        return _ask_number(turn, _("That's no number that I can keep. Write it in digits."))
    turn.person.phone = number
    turn.note("phone", turn.person)
    is_own = turn.person.telephone is Telephone.OWN
    kept = (
        _("I've kept {number}.").format(number=number)
        if is_own
        else _("I've kept the number. It isn't shown here.")
    )
    turn.say(
        kept,
        [
            button(_("Say when it's safe"), "calls:ask_safe"),
            button(_("Change the number"), "calls:ask_number"),
            button(_("Remove the number"), "calls:remove_number"),
        ],
        topic=turn.person.calls_topic,
    )


def remove_number(turn: Turn) -> None:
    turn.person.phone = None
    turn.note("phone", turn.person)
    turn.say(_("The number is gone from here."))


# --- when a call is safe


def ask_safe(turn: Turn) -> None:
    _ask_safe(
        turn,
        _("May we call you, and leave a message, and when? Tap, or write it. {who}").format(
            who=_who_sees_it()
        ),
    )


def _ask_safe(turn: Turn, text: str) -> None:
    turn.ask(
        text,
        [
            *(
                button(words, "calls:safe_as", number)
                for number, words in enumerate(_usual_answers())
            ),
            button(_("Leave it"), "calls:leave"),
        ],
        then="calls:safe",
    )


def _usual_answers() -> tuple[str, ...]:
    return (
        _("Call, and leave a message"),
        _("Call, but leave no message"),
        _("Please don't call"),
    )


def safe_as(turn: Turn, number: int) -> None:
    if number < len(_usual_answers()):
        _keep_safe(turn, _usual_answers()[number])


def safe_typed(turn: Turn, text: str) -> None:
    try:
        words = contact.safe_contact(text)
    except ValueError:
        return _ask_safe(turn, _("I can keep up to 200 letters. When is a call safe?"))
    _keep_safe(turn, words)


def _keep_safe(turn: Turn, words: str) -> None:
    turn.person.safe_contact = words
    turn.note("safe contact", turn.person)
    is_own = turn.person.telephone is Telephone.OWN
    kept = (
        _("I've kept «{words}»").format(words=words)
        if is_own
        else _("I've kept that. It isn't shown here.")
    )
    turn.say(
        kept,
        [
            button(_("Change when it's safe"), "calls:ask_safe"),
            button(_("Remove when it's safe"), "calls:remove_safe"),
        ],
        topic=turn.person.calls_topic,
    )


def remove_safe(turn: Turn) -> None:
    turn.person.safe_contact = None
    turn.note("safe contact", turn.person)
    turn.say(_("What you said about calls is gone from here."))


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was changed."))


CONVERSATION = Conversation(
    name="calls",
    taps={
        "ask_number": ask_number,
        "remove_number": remove_number,
        "ask_safe": ask_safe,
        "safe_as": safe_as,
        "remove_safe": remove_safe,
        "leave": leave,
    },
    steps={"number": number_typed, "safe": safe_typed},
    needs=Action.CHANGE_SETTINGS,
)
