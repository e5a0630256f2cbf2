"""Words that may be danger: help, then one plain question, with what silence will cause said beside it."""

from bot.buttons import Button, button, choices_of
from bot.conversation import Conversation, Timer
from bot.incoming import IncomingKind
from bot.records import danger_alerts, danger_questions
from bot.records.access import Action
from bot.records.danger_alerts import DangerAlert
from bot.records.danger_questions import DangerOutcome, DangerQuestion
from bot.rules.triage.danger import Danger, DangerKind
from bot.texts import _
from bot.turn import Turn
from bot.typed_words import choice_typed
from conversations import danger_help, step_again
from conversations.danger_silence import if_silent, silence, silence_at
from conversations.danger_words import NO, YES, question_of
from conversations.help_numbers import numbers, numbers_in_case
from conversations.menu import keyboard_for

# --- asked


def ask(turn: Turn, danger: Danger) -> None:
    """Help, and the question. More such words join one that is open, and start no time anew."""
    incoming = turn.incoming
    assert incoming is not None, "only an update has words"
    known = danger_questions.open_of(turn.db, turn.chat_id, _person_id(turn))
    if known is not None:
        known.from_others = known.from_others or danger.from_others
        known.kind = _first(known.kind, danger.kind)
        return join(turn, known)
    question = DangerQuestion(
        person_id=_person_id(turn),
        chat_id=turn.chat_id,
        kind=danger.kind,
        from_others=danger.from_others,
        is_plain=incoming.kind is IncomingKind.TEXT and not incoming.text.startswith("/"),
        asked_at=turn.now,
        due_at=silence_at(turn),
    )
    question.words = incoming.text
    danger_questions.ask(turn.db, question)
    turn.note("ask", question)
    lead = _("I'm a program and can't tell how you meant that, so I'd rather ask:")
    _say(turn, question, lead)


def join(turn: Turn, question: DangerQuestion) -> None:
    """What is written before it is answered belongs to it, whatever it is, and that is said."""
    assert turn.incoming is not None, "only an update has words"
    question.words = f"{question.words}\n{turn.incoming.text}"
    question.person_id = _person_id(turn)
    turn.note("more words", question)
    lead = _("I've put that with what you wrote before. Please answer with yes or no:")
    _say(turn, question, lead)


def _say(turn: Turn, question: DangerQuestion, lead: str) -> None:
    asked = f"{lead}\n{question_of(question.kind)}"
    parts = [numbers_in_case(turn, question.danger), asked, if_silent(turn, question)]
    if question.from_others:
        parts.append(
            _(
                "If that person may look at this telephone, "
                "delete this chat, or call from another telephone."
            )
        )
    turn.say(
        "\n\n".join(parts),
        _buttons(question),
        topic=question.topic,
    )


def _buttons(question: DangerQuestion) -> list[Button]:
    hurt = button(
        _("It's another person who is hurting me"), "danger_question:another_person", question.id
    )
    return [
        button(_("Yes"), "danger_question:yes", question.id, also=YES),
        button(_("No"), "danger_question:no", question.id, also=NO),
        *([] if question.kind is DangerKind.FROM_OTHERS else [hurt]),
        button(_("More numbers"), "danger:more_numbers"),
    ]


def _first(one: DangerKind, other: DangerKind) -> DangerKind:
    return next(kind for kind in DangerKind if kind in (one, other))


def _person_id(turn: Turn) -> int | None:
    return turn.somebody.id if turn.somebody is not None else None


def overtaken(turn: Turn) -> DangerQuestion | None:
    """The question that is open, where plain words of danger come: it asks nothing any more."""
    question = danger_questions.open_of(turn.db, turn.chat_id, _person_id(turn))
    if question is None:
        return None
    outcome = DangerOutcome.OVERTAKEN
    if not danger_questions.settle(turn.db, question, outcome, turn.now):
        return None
    turn.note("plain words instead", question)
    return question


# --- answered


def answered(turn: Turn) -> bool:
    """Whether an answer was typed to the question that is open, and it was taken."""
    question = danger_questions.open_of(turn.db, turn.chat_id, _person_id(turn))
    typed = turn.incoming
    if question is None or typed is None or typed.kind is not IncomingKind.TEXT:
        return False
    data = choice_typed(choices_of(_buttons(question)), typed.text)
    answers = {"yes": yes, "no": no, "another_person": another_person}
    answer = answers.get(data.split(":")[2]) if data is not None else None
    if answer is not None:
        answer(turn, question.id)
    return answer is not None


def answered_by_stranger(turn: Turn) -> bool:
    """Whether words of somebody whom nobody invited belong to the question that is open to them."""
    question = danger_questions.open_of(turn.db, turn.chat_id, None)
    if question is not None and not answered(turn):
        join(turn, question)
    return question is not None


def yes(turn: Turn, question_id: int) -> None:
    """People are told at once, whether or not it was a «no» before."""
    question = _reach(turn, question_id)
    if question is None:
        return _gone(turn)
    _tell(turn, question, "says yes")


def another_person(turn: Turn, question_id: int) -> None:
    """A «yes» of another kind: other lines, and no call that nobody asked for."""
    question = _reach(turn, question_id)
    if question is None:
        return _gone(turn)
    question.from_others, question.kind = True, DangerKind.FROM_OTHERS
    alert = _alert_of(turn, question)
    if alert is not None:
        question.outcome = DangerOutcome.YES
        return danger_help.hurt_by_another(turn, alert)
    _tell(turn, question, "says that another person hurts them")


def _tell(turn: Turn, question: DangerQuestion, what: str) -> None:
    is_new = question.outcome is not DangerOutcome.YES
    danger_questions.settle(turn.db, question, DangerOutcome.YES, turn.now)
    question.outcome = DangerOutcome.YES
    turn.note(what, question)
    alert = _alert_of(turn, question)
    if alert is not None and alert.cleared_at is None:
        if is_new:
            turn.note("says yes", alert)
        return danger_help.give_again(turn, alert, question.danger, is_new=is_new)
    alert, told = danger_help.raise_alert(turn, question.words, from_others=question.from_others)
    question.alert_id = alert.id
    danger_help.give(turn, alert, told, question.danger)


def no(turn: Turn, question_id: int) -> None:
    """Nobody is told, and what was written goes where it would have gone. Too late, it is passed on."""
    question = _reach(turn, question_id)
    if question is None:
        return _safe(turn)
    turn.note("says no", question)
    alert = _alert_of(turn, question)
    if alert is not None:
        danger_help.says_safe(turn, alert)
        step_again.offer(turn)
        return
    is_first = danger_questions.settle(turn.db, question, DangerOutcome.NO, turn.now)
    if not is_first and turn.somebody and danger_alerts.is_open(turn.db, turn.somebody.id):
        return _safe(turn)  # people were told of something else since
    turn.say(
        _("Thank you. I've told nobody.\nIf your answer changes, tap «Help now» or write it here."),
        keyboard=keyboard_for(turn),
    )
    if is_first and turn.somebody is not None:
        _go_on(turn, question)


def safe_now(turn: Turn, alert_id: int) -> None:
    """It answers a question that nobody was told of yet as well."""
    question = danger_questions.open_of(turn.db, turn.chat_id, _person_id(turn))
    alert = danger_help.own_alert(turn, Action.SAY_SAFE, alert_id)
    if question is not None and (alert is None or alert.cleared_at is not None):
        return no(turn, question.id)
    if question is not None:
        danger_questions.settle(turn.db, question, DangerOutcome.NO, turn.now)
        turn.note("says no", question)
    danger_help.safe_now(turn, alert_id)
    step_again.offer(turn)


def _reach(turn: Turn, question_id: int) -> DangerQuestion | None:
    known = turn.reach(Action.SAY_SAFE, DangerQuestion, question_id)
    return known or danger_questions.of_stranger(turn.db, turn.chat_id, question_id)


def _alert_of(turn: Turn, question: DangerQuestion) -> DangerAlert | None:
    return turn.db.get(DangerAlert, question.alert_id) if question.alert_id is not None else None


def _safe(turn: Turn) -> None:
    turn.say(_("Good. If that changes, tap or write «Help now»."), keyboard=keyboard_for(turn))


def _gone(turn: Turn) -> None:
    """Too old, or never theirs."""
    nobody = _(
        "I don't have those words any more, so I've told nobody. "
        "To reach the practice, phone {practice}."
    ).format(practice=turn.practice.name_and_phone)
    turn.say(f"{numbers(turn)}\n\n{nobody}", [button(_("More numbers"), "danger:more_numbers")])


# --- no danger: on with what it was


def _go_on(turn: Turn, question: DangerQuestion) -> None:
    """The step that waits first, with these words for it if wanted; else where such words go."""
    words = question.words if question.is_plain else ""
    if not step_again.offer(turn, words) and words:
        step_again.on_their_way(turn, words)


CONVERSATION = Conversation(
    name="danger_question",
    taps={"yes": yes, "no": no, "another_person": another_person},
    timers={"silence": Timer(DangerQuestion.due_at, silence, DangerQuestion.person_id)},
    for_strangers=True,
    is_of_danger=True,
)
