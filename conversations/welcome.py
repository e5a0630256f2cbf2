"""The four messages of the welcome: a safe telephone, who sees what, consent, and how to say more."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import bookings, consents, dialogue, sent_messages, therapy_sessions
from bot.records.consents import Purpose
from bot.records.people import Telephone
from bot.rules.help_lines import help_lines
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Turn
from conversations import menu
from conversations.office import office_of, tell_after_undo_delay
from conversations.privacy import messages_topic, resume

# What was agreed to is stored with this; a test fails if the texts change and it doesn't.
TEXT_VERSION = "welcome 2026-11d"


# --- 1 of 4


def ask_whose_telephone(turn: Turn) -> None:
    first_name = turn.person.is_called
    turn.say(
        _(
            "Hello {name}. I'm the reminder helper of {practice}. I'm a program, not a person.\n\n"
            "Nobody watches this chat day and night. If you're in danger, call {number}, "
            "or tap «Help now» at any time.\n\n"
            "Is it safe to write to you on this telephone?"
        ).format(
            name=first_name,
            practice=turn.practice.name,
            number=help_lines(turn.practice.country).emergency,
        ),
        [
            button(_("Yes, it's just me"), "welcome:own_telephone", also=["yes"]),
            button(_("Others can see it"), "welcome:shared_telephone"),
            button(_("I'm not {name}").format(name=first_name), "welcome:not_me"),
            button(_("Help now"), "danger:help_now"),
        ],
    )


def own_telephone(turn: Turn) -> None:
    turn.person.telephone = Telephone.OWN
    agreed = consents.has_any(turn.db, turn.person)
    if not agreed or not consents.was_asked(turn.db, turn.person, Purpose.HOMEWORK):
        return ask_for_consent(turn)  # a shared telephone's words say nothing of notes
    if not turn.person.hears_unasked(turn.now):
        return resume(turn)
    say_when(turn)


def not_me(turn: Turn) -> None:
    """Somebody else opened the link: forget the chat, and let the office send a new one."""
    person = turn.person
    if person.telephone is not Telephone.NOT_ASKED:
        turn.say(_("This chat is already connected. To stop it, write STOP."))
        return
    turn.say(_("Thank you for saying so. I've forgotten this chat, and it shows you nothing more."))
    client = listed(person.name)
    tell_after_undo_delay(
        turn,
        office_of(turn).managers,
        lambda _words: _(
            "The invitation of {client} was opened by somebody else. Please phone, and send a new one."
        ).format(client=client),
        topic=f"{person.__tablename__}:{person.id}:invitation",
    )
    turn.note("not me", person)
    dialogue.forget_prompts(turn.db, person.id)
    person.telegram_id = person.joined_at = None
    person.telephone = Telephone.NOT_ASKED


# --- 2 of 4


def ask_for_consent(turn: Turn) -> None:
    if turn.person.telephone is Telephone.SHARED:
        return ask_on_shared_telephone(turn)
    turn.say(
        _("Who sees what:\n")
        + _who_sees_what(turn)
        + _(
            "\n\nWhat would you like? Reminders are of your times, and of what you agree to do in "
            "between. You can change it later. (You need to be {age} or over.)"
        ).format(age=turn.practice.minimum_age),
        _consent_buttons(),
    )


def _who_sees_what(turn: Turn) -> str:
    psychologist = office_of(turn).psychologist
    who = (
        _("the office and {name}").format(name=called(psychologist.name))
        if psychologist
        else _("the office")
    )
    phone = _(": {phone}").format(phone=turn.practice.phone) if turn.practice.phone else ""
    return _(
        "- Your times and what you answer about them: {who}.\n"
        "- Anything you tell me about how it's going: only people you pick. I ask first.\n"
        "- One exception: if you write that you or somebody else may be in danger, I tell the "
        "practice, and I tell you that I did.\n"
        "- Telegram carries these messages and could read them. For very private things, phone "
        "us{phone}."
    ).format(who=who, phone=phone)


def _consent_buttons(*, with_more: bool = True) -> list[Button]:
    more = [button(_("Read more"), "welcome:read_more")] if with_more else []
    return [
        button(_("Just reminders"), "welcome:just_reminders"),
        button(
            _("Reminders, and now and then a short question about how it's going"),
            "welcome:reminders_and_questions",
        ),
        button(_("No, thank you"), "welcome:no_thanks", also=["no"]),
        *more,
    ]


def read_more(turn: Turn) -> None:
    turn.say(
        _(
            "I look for words of danger in what you write, so that I can show help at once. That is "
            "done by fixed rules on the practice's own computer.\n\nOf short questions the practice "
            "gets only averages, of ten people or more together.\n\nNames and what people write are "
            "kept encrypted. I don't give advice, and I never write as if I were a person.\n\n"
            "You can pause or stop me at any time. Nothing about your care changes if you do."
        ),
        _consent_buttons(with_more=False),
    )


def just_reminders(turn: Turn) -> None:
    notes = [] if turn.person.telephone is Telephone.SHARED else [Purpose.HOMEWORK]
    _agree(turn, Purpose.REMINDERS, *notes)
    say_when(turn)


def reminders_and_questions(turn: Turn) -> None:
    _agree(turn, Purpose.REMINDERS, Purpose.HOMEWORK, Purpose.CHECK_INS)
    say_when(turn)


def _agree(turn: Turn, *purposes: Purpose) -> None:
    """Exactly these: what was agreed to before and isn't among them is taken back."""
    turn.person.stopped_at = None
    for purpose in Purpose:
        if purpose in purposes:
            consents.give(turn.db, turn.person, purpose, TEXT_VERSION, turn.now)
        else:
            consents.withdraw(turn.db, turn.person, purpose, turn.now)
    turn.note("consent", turn.person)


def no_thanks(turn: Turn) -> None:
    _stays_silent(
        turn,
        _(
            "That's fine, and nothing about your care changes. I won't write to you. "
            "The office is told, so that it can phone you instead. "
            "If you change your mind, write /start."
        ),
    )


def _stays_silent(turn: Turn, text: str) -> None:
    turn.person.stopped_at = turn.now
    for purpose in Purpose:
        consents.withdraw(turn.db, turn.person, purpose, turn.now)
    turn.note("no consent", turn.person)
    turn.say(text, keyboard=menu.keyboard_for(turn))
    client = listed(turn.person.name)
    tell_after_undo_delay(
        turn,
        office_of(turn).managers,
        lambda _words: _("{client} doesn't want messages here. Please phone instead.").format(
            client=client
        ),
        topic=messages_topic(turn.person),
    )


# --- 2 of 4 on a telephone that others can see


def shared_telephone(turn: Turn) -> None:
    turn.person.telephone = Telephone.SHARED
    sent_messages.take_away_later(turn.db, turn.chat_id, turn.now)
    turn.say(
        _(
            "Thank you for telling me. I'll send only a day and a time, with no names and no "
            "questions. Old messages go after a day. Nothing else comes by itself. "
            "You can still tap «My times» or «Help now».\n\n"
            "If you'd rather have nothing on this telephone, tap «Nothing here» and the office "
            "will find another way."
        ),
        [
            button(_("Only day and time"), "welcome:only_day_and_time"),
            button(_("Nothing here"), "welcome:nothing_here"),
        ],
    )


def ask_on_shared_telephone(turn: Turn) -> None:
    turn.say(
        _(
            "The office and the person you see get your times and what you answer about them. "
            "If you write that somebody may be in danger, I tell them, and I tell you that I did. "
            "Telegram carries these messages and could read them. "
            "(You need to be {age} or over.)"
        ).format(age=turn.practice.minimum_age),
        [
            button(_("That's fine"), "welcome:just_reminders"),
            button(_("No, thank you"), "welcome:no_thanks", also=["no"]),
        ],
    )


def nothing_here(turn: Turn) -> None:
    _stays_silent(turn, _("All right. I won't write here. The office will find another way."))


# --- 3 and 4 of 4


def say_when(turn: Turn) -> None:
    """The next session, when reminders come, and how to stop."""
    first = _("Good. No time is booked for you here yet.")
    upcoming = therapy_sessions.upcoming(turn.db, turn.person, turn.now)
    if upcoming:
        bookings.was_shown(upcoming[:1])
        when = turn.words.day_and_time(upcoming[0].starts_at)
        first = _("Good. Your next time is {when}.").format(when=when)
    text = "\n\n".join(
        [
            first,
            _when_i_write(turn),
            _("To stop me, write STOP. Nothing about your care changes if you do."),
        ]
    )
    if turn.person.telephone is Telephone.SHARED:
        turn.say(text, keyboard=menu.keyboard_for(turn))
        return
    turn.say(
        text,
        [
            button(_("That's fine"), "welcome:all_fine"),
            button(_("Change something"), "privacy:settings"),
        ],
    )


def _when_i_write(turn: Turn) -> str:
    leads = map(turn.words.lead, turn.person.reminder_rules(turn.practice).lead_times)
    before = _("I'll write {leads} before").format(leads=_(" and ").join(leads))
    quiet = turn.person.clocks(turn.practice).quiet_hours
    never = (
        _(", never between {begins} and {ends}").format(
            begins=turn.words.time_of_day(quiet.begins), ends=turn.words.time_of_day(quiet.ends)
        )
        if quiet
        else ""
    )
    zone = _(" All times are {city} time.").format(city=turn.words.zone_name())
    return f"{before}{never}.{zone}"


def all_fine(turn: Turn) -> None:
    turn.say(
        _(
            "One last thing, and then I'll be quiet.\n\n"
            "Sometimes it doesn't feel right with the person you see. That's common, and you're "
            "allowed to say so. Tap «Something isn't right» and choose who hears it. "
            "Your times and what you pay stay the same."
        ),
        keyboard=menu.keyboard_for(turn),
    )


CONVERSATION = Conversation(
    name="welcome",
    taps={
        "own_telephone": own_telephone,
        "shared_telephone": shared_telephone,
        "not_me": not_me,
        "just_reminders": just_reminders,
        "reminders_and_questions": reminders_and_questions,
        "no_thanks": no_thanks,
        "read_more": read_more,
        "only_day_and_time": ask_on_shared_telephone,
        "nothing_here": nothing_here,
        "all_fine": all_fine,
    },
)
