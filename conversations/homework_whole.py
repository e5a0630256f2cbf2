"""All the words of homework, for a client who got them shortened."""

from bot.conversation import Conversation
from bot.texts import _
from bot.turn import Turn
from conversations.homework_answers import answers_to, own_homework


def read(turn: Turn, homework_id: int) -> None:
    """In as many messages as it takes; the answers are under the last."""
    row = own_homework(turn, homework_id)
    if row is None:
        return
    words = row.smaller_part or row.task
    why = row.why if not row.smaller_part else None
    answers = answers_to(row, reads_on=False)
    turn.say(words, [] if why else answers, topic=row.topic)
    if why:
        turn.say(_("Why: {why}").format(why=why), answers, topic=row.topic)


CONVERSATION = Conversation(name="homework_whole", taps={"read": read})
