"""What everybody does in the crash test of the day, step by step, and what they must be shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.slow.stream import Step


@dataclass(frozen=True)
class Client:
    """Somebody whose answers are low, who tells a manager, and answers the manager's answer."""

    name: str
    manager: str
    answers: tuple[int, int, int, int]
    sentence: str
    words: str
    answer: str  # what the manager writes
    reply: str

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


MANAGERS = ("Maria Santos", "Paul Reyes")
CLIENTS = (
    Client(
        "Anna Brown", "Maria Santos", (4, 7, 7, 3), "I can't be open",
        "she looks at the clock and then I stop talking", "Could we talk on Thursday at noon?",
        "thursday is fine for me",
    ),
    Client(
        "Ben Carter", "Paul Reyes", (2, 3, 5, 4), "I don't feel heard",
        "he tells me what I feel before I have said it", "What would you like me to do?",
        "please just know about it for now",
    ),
    Client(
        "Chloe Diaz", "Maria Santos", (1, 9, 2, 6), "We're not getting anywhere",
        "eight weeks and we talk about the same bus", "Shall I ask for another plan with you?",
        "another plan sounds good",
    ),
    Client(
        "David Evans", "Paul Reyes", (0, 0, 10, 3), "I can't put it into words",
        "it isnt anyones fault but it doesnt fit", "Who would suit you better?",
        "somebody older I think",
    ),
)  # fmt: skip

PSYCHOLOGIST = "Dr Okafor"
SHARER = CLIENTS[0]  # lets the psychologist see her numbers, and ends it again
ASKED = "Four short questions"
SHARED, ENDED = "On. Dr Okafor can see all your numbers", "Off. Dr Okafor can't see"
PICTURE = f"{SHARER.first_name} shows you these answers"
ALERT = "Something for you."
SENT = "You can take it back for one minute."


def steps_of_client(client: Client) -> list[Step]:
    manager = client.manager.split()[0]
    first, *others = client.answers
    return [
        Step("Start", "1 of 4.", is_tap=True, after=(ASKED,)),
        Step(str(first), "2 of 4.", is_tap=True),
        Step(str(others[0]), "3 of 4.", is_tap=True),
        Step(str(others[1]), "4 of 4.", is_tap=True),
        Step(
            str(others[2]), "Would you like to do something about it?", "check-in answered",
            is_tap=True,
        ),
        Step("Tell somebody else at the practice", "Who should hear it?", is_tap=True),
        Step(
            f"{client.manager}, practice manager", "Tap a sentence that fits", "begin case",
            is_tap=True,
        ),
        Step(client.sentence, "Got it.", is_tap=True),
        Step(client.words, "Got both."),
        Step("That's all", f"This is what {manager} will get:", is_tap=True),
        Step("Send", SENT, "send case", is_tap=True),
        Step(
            "Write back", "Write it here.", is_tap=True,
            after=("has your message and is looking after it.", f"«{client.answer}»"),
        ),
        Step(client.reply, "Added. It's on its way to", "more words"),
        *(_sharing() if client == SHARER else ()),
    ]  # fmt: skip


def _sharing() -> list[Step]:
    """Until the psychologist has read what is shared, and no longer."""
    return [
        Step("/sharing", "What Dr Okafor can see here"),
        Step("Let Dr Okafor see my numbers", "would see the numbers", is_tap=True),
        Step("All so far too", SHARED, "share check-ins", is_tap=True),
        Step(
            "Stop sharing my numbers", ENDED, "end sharing check-ins", is_tap=True,
            once=(PSYCHOLOGIST, PICTURE),
        ),
    ]  # fmt: skip


def steps_of_psychologist() -> list[Step]:
    """The brief and the picture of what is shared; once it is no more, who comes and when."""
    return [
        Step(
            "/brief", "Check-in about", "see brief", once=(SHARER.name, SHARED),
            also_audited=("look", "see trend"), replies=2,
        ),
        Step(
            "/brief", f"{SHARER.name} ·", "see brief", after=(PICTURE,), once=(SHARER.name, ENDED)
        ),
    ]  # fmt: skip


def steps_of_case(client: Client, number: int) -> tuple[Sequence[Step], Sequence[Step]]:
    """What a manager does with a case: until it is answered, and when the client has answered."""
    name, said = client.first_name, f"C-{number}"
    opened = f":open:{number - 1000}"
    answered = [
        Step("Open", f"{said} · sent", "open case", is_tap=True, data=opened),
        Step("I'll take it", f"It's yours. {name} now reads", "take case", is_tap=True),
        Step(f"Write to {name}", f"{name} reads it with your name", is_tap=True),
        Step(client.answer, f"«{client.answer}»\nGoes to: {name}"),
        Step("Send", f"It's on its way to {name}.", "send answer", is_tap=True),
    ]
    read = Step(
        "Open", f"«{client.reply}»", "open case", is_tap=True, data=opened,
        after=(f"until {name} answers.", f"{said}: an answer is in."),
    )  # fmt: skip
    return answered, [read]
