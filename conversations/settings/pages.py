"""What a client has set and can change, in words and buttons."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import consents
from bot.records.consents import Purpose
from bot.records.people import STAFF, Telephone
from bot.rules.due import QuietHours
from bot.texts import LANGUAGES, _
from bot.turn import Turn
from conversations.homework_answers import hour_words


def show(turn: Turn) -> None:
    """Everything that is theirs to change: what comes by itself, and a page for each other part."""
    if not _is_for_staff(turn):
        lines = [_messages_line(turn)]
        if turn.person.telephone is not Telephone.SHARED:
            asks = consents.has(turn.db, turn.person, Purpose.CHECK_INS)
            lines.append(_("Short questions: on.") if asks else _("Short questions: off."))
        lines.append(_plain_line(turn))
        turn.say("\n".join(lines), [*_message_buttons(turn), *_page_buttons(turn)])


def _is_for_staff(turn: Turn) -> bool:
    """Whether staff asked: they are told that nothing is theirs to set here."""
    if turn.roles & STAFF:
        turn.say(_("There is nothing to set here for staff. The operator keeps the settings."))
    return bool(turn.roles & STAFF)


def _message_buttons(turn: Turn) -> list[Button]:
    person = turn.person
    if not person.hears_unasked(turn.now):
        first = [button(_("Start again"), "privacy:resume")]
    elif consents.has_any(turn.db, person):
        first = [
            button(_("Pause"), "privacy:pause"),
            button(_("Stop all messages"), "privacy:stop"),
        ]
    else:
        first = [button(_("Turn reminders on"), "privacy:reminders_on")]
    if person.telephone is Telephone.SHARED:
        return [*first, button(_("When reminders come"), "reminders:show")]
    asks = consents.has(turn.db, person, Purpose.CHECK_INS)
    questions = (
        button(_("No short questions"), "privacy:questions_off")
        if asks
        else button(_("Short questions too"), "privacy:questions_on")
    )
    return [*first, button(_("Reminders and notes"), "settings:messages"), questions]


def _page_buttons(turn: Turn) -> list[Button]:
    person = turn.person
    plain = (
        button(_("Changing messages"), "privacy:plain_off")
        if person.plain_messages
        else button(_("Plain messages"), "privacy:plain_on")
    )
    own = person.telephone is Telephone.OWN
    return [
        button(_("Times and hours"), "settings:hours"),
        button(_("Telephone and calls"), "settings:telephone"),
        *([button(_("Your name"), "own_name:ask")] if own else []),
        *([button(_("Language"), "language:ask")] if len(LANGUAGES) > 1 else []),
        plain,
        button(_("Who sees what"), "privacy:who_sees_what"),
    ]


def _messages_line(turn: Turn) -> str:
    person = turn.person
    if person.stopped_at is not None:
        return _("Messages that come by themselves: stopped.")
    if person.paused_until is not None and turn.now < person.paused_until:
        return _("Messages that come by themselves: paused until {day}.").format(
            day=turn.words.day(person.paused_until)
        )
    times = consents.has(turn.db, person, Purpose.REMINDERS)
    if person.telephone is Telephone.SHARED:  # where no notes come
        return _("Reminders of your times: on.") if times else _("Reminders of your times: off.")
    notes = consents.has(turn.db, person, Purpose.HOMEWORK)
    return {
        (True, True): _("Reminders of your times, and notes: on."),
        (True, False): _("Reminders of your times: on. Notes: off."),
        (False, True): _("Reminders of your times: off. Notes: on."),
        (False, False): _("Reminders of your times, and notes: off."),
    }[times, notes]


def _plain_line(turn: Turn) -> str:
    if turn.person.plain_messages:
        return _("Plain messages: on. Each step is a new message, which a screen reader reads out.")
    return _("Plain messages: off. Some messages change as you go; a screen reader may miss that.")


def _back() -> Button:
    return button(_("All settings"), "privacy:settings")


# --- reminders and notes


def messages(turn: Turn) -> None:
    """Each kind apart. Where others see the telephone nothing but times comes."""
    if _is_for_staff(turn):
        return
    if turn.person.telephone is Telephone.SHARED:
        return show(turn)
    times = consents.has(turn.db, turn.person, Purpose.REMINDERS)
    notes = consents.has(turn.db, turn.person, Purpose.HOMEWORK)
    turn.change(
        "\n".join(
            [
                _("Reminders of your times: on.") if times else _("Reminders of your times: off."),
                _("Notes of what you agreed to do in between: on.")
                if notes
                else _("Notes of what you agreed to do in between: off."),
            ]
        ),
        [
            button(_("No reminders of times"), "privacy:times_off")
            if times
            else button(_("Reminders of times too"), "privacy:times_on"),
            button(_("No notes"), "privacy:notes_off")
            if notes
            else button(_("Notes too"), "privacy:notes_on"),
            button(_("When reminders come"), "reminders:show"),
            _back(),
        ],
    )


# --- times and hours


def hours(turn: Turn) -> None:
    if _is_for_staff(turn):
        return
    lines = [
        _("Times are shown for {city}, now {time}.").format(
            city=turn.words.zone_name(), time=turn.words.time(turn.now)
        ),
        quiet_line(turn, turn.person.clocks(turn.practice).quiet_hours),
    ]
    buttons = [
        button(_("Another city"), "city:ask"),
        button(_("Quiet hours"), "quiet_hours:ask"),
    ]
    if turn.person.telephone is not Telephone.SHARED:
        lines.append(_("Hour for notes: {time}.").format(time=hour_words(turn)))
        buttons.append(button(_("Hour for notes"), "note_hour:ask"))
    turn.change("\n".join(lines), [*buttons, _back()])


def quiet_line(turn: Turn, quiet: QuietHours | None) -> str:
    """When nothing comes by itself, as it stands on the page."""
    if quiet is None:
        return _("Quiet hours: none. Messages may come at any hour.")
    return _("Quiet hours: {begins} to {ends}.").format(
        begins=turn.words.time_of_day(quiet.begins), ends=turn.words.time_of_day(quiet.ends)
    )


# --- telephone and calls


def telephone(turn: Turn) -> None:
    """Who sees the telephone, and what is kept for a call; short where others read along."""
    if _is_for_staff(turn):
        return
    others_see = button(_("Others can see it"), "telephone:ask_shared")
    only_i_see = button(_("Only I see it"), "telephone:ask_own")
    match turn.person.telephone:
        case Telephone.OWN:
            line, kept, switches = _("Only you see this telephone."), _kept(turn), [others_see]
        case Telephone.SHARED:
            line, kept = _("Others can see this telephone."), _kept_unshown(turn)
            switches = [only_i_see]
        case Telephone.NOT_ASKED:  # a new one, perhaps in somebody else's hands
            line, kept = _("Who sees this telephone: not said."), _kept_unshown(turn)
            switches = [only_i_see, others_see]
    who = _(
        "Only those who open an urgent message, or one that you sent with your name under "
        "«Something isn't right», see these two."
    )
    turn.say(
        "\n".join([line, *kept, who]),
        [*switches, *_call_buttons(turn), _back()],
        topic=turn.person.calls_topic,
    )


def _kept(turn: Turn) -> list[str]:
    number, safe = turn.person.phone, turn.person.safe_contact
    return [
        _("Number for a call: {number}.").format(number=number)
        if number
        else _("Number for a call: none."),
        _("When a call is safe: «{words}»").format(words=safe)
        if safe
        else _("When a call is safe: not said."),
    ]


def _kept_unshown(turn: Turn) -> list[str]:
    number, safe = turn.person.phone, turn.person.safe_contact
    return [
        _("Number for a call: kept, and not shown here.")
        if number
        else _("Number for a call: none."),
        _("When a call is safe: kept, and not shown here.")
        if safe
        else _("When a call is safe: not said."),
    ]


def _call_buttons(turn: Turn) -> list[Button]:
    number, safe = turn.person.phone, turn.person.safe_contact
    return [
        button(_("Change the number") if number else _("Give a number"), "calls:ask_number"),
        *([button(_("Remove the number"), "calls:remove_number")] if number else []),
        button(_("Change when it's safe") if safe else _("Say when it's safe"), "calls:ask_safe"),
        *([button(_("Remove when it's safe"), "calls:remove_safe")] if safe else []),
    ]


CONVERSATION = Conversation(
    name="settings",
    commands={"settings": show},
    words={"Settings": show},
    taps={"messages": messages, "hours": hours, "telephone": telephone},
)
