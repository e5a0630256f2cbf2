"""What helps a working relationship: five short cards, each with what can be done about it here."""

from bot.buttons import Button, button
from bot.conversation import Conversation, Timer
from bot.records import consents, relationship_offers, therapy_sessions
from bot.records.access import Action
from bot.records.consents import Purpose
from bot.records.notes import TO_BRING, OwnNoteKind
from bot.records.people import Telephone
from bot.records.relationship_offers import RelationshipOffer
from bot.records.therapy_sessions import TherapySession
from bot.rules.measure import Unasked
from bot.texts import _
from bot.turn import Turn
from conversations.bring_up_words import label_of
from conversations.lateness import expire, sorry_if_late
from conversations.menu import keyboard_for
from conversations.unasked import allowed_at

COUNT = 5

# --- offered once


def plan_offer(turn: Turn, session: TherapySession) -> None:
    """After the third session, on the day after the short questions: they have the day itself."""
    due_at = turn.person.clocks(turn.practice).days_later(turn.now, 1)
    relationship_offers.plan(turn.db, session, due_at)


def offer_due(turn: Turn, row: RelationshipOffer) -> None:
    """Only to who agreed to be asked how it goes: reminders are of times and of homework."""
    session = relationship_offers.session_of(turn.db, row)
    if not relationship_offers.is_after_the_third(turn.db, session):
        return turn.db.delete(row)  # it didn't take place after all: the third is still to come
    if not consents.has(turn.db, turn.person, Purpose.CHECK_INS):
        return
    if turn.now >= row.lapses_at:  # late, after an outage
        return expire(turn, row.topic)
    allowed = allowed_at(turn, Unasked.RELATIONSHIP, until=row.lapses_at)
    if allowed is None:
        return
    if allowed == turn.now and relationship_offers.is_untimely(turn.db, row.client_id):
        allowed = turn.person.clocks(turn.practice).days_later(turn.now, 1)
    if allowed > turn.now:
        row.due_at = allowed
        return
    row.offered_at = turn.now
    parts = [
        _("Something short to read, if you like."),
        _(
            "Five cards on what helps two people work well together. I tell nobody whether you look."
        ),
        sorry_if_late(turn),
    ]
    turn.say(
        "\n\n".join(filter(None, parts)),
        [
            button(_("Show me"), "relationship:card", 1, also=("yes", "ok")),
            button(_("No, thank you"), "relationship:no_thanks", also=("no",)),
        ],
        topic=row.topic,
        good_until=row.lapses_at,
        is_unasked=True,
    )


def no_thanks(turn: Turn) -> None:
    turn.say(
        _("All right. I won't offer it again. If you ever want it, write /relationship."),
        keyboard=keyboard_for(turn),
    )


# --- five cards


def show(turn: Turn) -> None:
    card(turn, 1)


def card(turn: Turn, number: int) -> None:
    if turn.person.telephone is Telephone.SHARED:
        turn.say(
            _("I keep this off a telephone that others can see. You can ask when you meet."),
            keyboard=keyboard_for(turn),
        )
        return
    number = min(max(number, 1), COUNT)
    title, *paragraphs = _CARDS[number - 1]()
    head = _("{number} of {count}. {title}").format(number=number, count=COUNT, title=title)
    before = [button(_("Back"), "relationship:card", number - 1)] if number > 1 else []
    after = [button(_("Next"), "relationship:card", number + 1)] if number < COUNT else []
    turn.change("\n\n".join([head, *paragraphs]), [*_ways(turn, number), *before, *after])


def _working_together() -> list[str]:
    """Bond, tasks and goals: Bordin 1979. r = .278 with how it turns out: Flückiger 2018."""
    return [
        _("Working well together"),
        _(
            "First: if somebody treats you badly, that isn't yours to fix. Tap «Something isn't "
            "right», and choose who hears it."
        ),
        _(
            "Three things help: you trust each other, you want to get to the same place, and you agree "
            "on how to get there. In 295 studies, people tended to get more out of it where this was "
            "so. It's never your job alone."
        ),
        _("From: Bordin (1979); Flückiger and others (2018)."),
    ]


def _being_open() -> list[str]:
    """93 % of 547 clients had lied to their therapist: Blanchard and Farber 2016, 29(1), 90-112."""
    return [
        _("Being open"),
        _(
            "It helps to say how it really is. It needn't all come at once. You can say that there "
            "is something you aren't ready for yet, and not say what it is."
        ),
        _(
            "Nearly everybody holds something back: of 547 people who were asked, 93 in 100 hadn't "
            "always told the person they see the truth. So there is nothing to be ashamed of."
        ),
        _("From: Mayo Clinic, «Psychotherapy»; Blanchard and Farber (2016)."),
    ]


def _homework() -> list[str]:
    """d = .48 for the same therapy with homework over without: Kazantzis 2010, 17(2), 144-156."""
    return [
        _("Between your times"),
        _(
            "Trying something out between two times helps: in studies, the same help did more with "
            "homework than without."
        ),
        _(
            "It should fit you. If it's too much, or you can't see the point, say so. It can be made "
            "smaller, or left. «I didn't do it» is worth saying too."
        ),
        _("From: Kazantzis and others (2010)."),
    ]


def _needs_and_respect() -> list[str]:
    """53 studies, fewer drop out (OR 1.79): Swift and others 2018, J Clin Psychol 74(11)."""
    return [
        _("What you need"),
        _(
            "You may say what you hope for, what you need and what you don't want. Where people got "
            "the kind of help that they preferred, fewer left early (53 studies)."
        ),
        _(
            "Respect goes both ways: to listen, to keep to the time, to take a no. You needn't put "
            "up with less."
        ),
        _("From: Swift and others (2018)."),
    ]


def _feedback_and_coming() -> list[str]:
    return [
        _("Saying how it goes"),
        _(
            "If it doesn't help, or the way you work doesn't suit you, say so. «More of this» helps as "
            "much. A lot can be changed: the way, the time, or the person."
        ),
        _(
            "Coming regularly helps. If a time doesn't fit, ask for another. If you'd rather stay away, "
            "you can say that as well, to the person you choose."
        ),
        _("From: Mayo Clinic, «Psychotherapy»."),
    ]


_CARDS = (_working_together, _being_open, _homework, _needs_and_respect, _feedback_and_coming)


def _ways(turn: Turn, number: int) -> list[Button]:
    """What can be done here about what this card says."""
    something = button(_("Something isn't right"), "concern:begin")
    if number == 1:
        return [something]
    if number == 2:
        return [_bring_up(OwnNoteKind.TO_TALK_ABOUT), _bring_up(OwnNoteKind.NOT_READY)]
    if number == 3:
        return [button(_("My homework"), "homework:show")]
    if number == 4:
        return [_bring_up(OwnNoteKind.NEED), something]
    upcoming = therapy_sessions.upcoming(turn.db, turn.person, turn.now)
    another = [button(_("Another time"), "other_time:ask", upcoming[0].id)] if upcoming else []
    return [
        _bring_up(OwnNoteKind.FEEDBACK),
        something,
        button(_("My times"), "sessions:show"),
        *another,
    ]


def _bring_up(kind: OwnNoteKind) -> Button:
    return button(label_of(kind), "bring_up:kind", TO_BRING.index(kind) + 1, 0)


CONVERSATION = Conversation(
    name="relationship",
    commands={"relationship": show},
    taps={"card": card, "no_thanks": no_thanks},
    timers={"offer": Timer(RelationshipOffer.due_at, offer_due, RelationshipOffer.client_id)},
    needs=Action.OWN_NOTE,
)
