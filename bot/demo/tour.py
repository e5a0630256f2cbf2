"""The guided tour: six steps through one week of the practice, in plain data."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.demo.sample import ANNA, LINDQVIST, MARIA, OKAFOR, Player
from bot.demo.stage import Stage, TourLost

HER_TASK = "just write the worry down nothing else"
HER_WORDS = "she's nice but she looks at the clock and then I stop talking. maybe its me"
MARIAS_WORDS = (
    "Dear Anna, thank you for telling me. It isn't just you. Could we talk for ten minutes? "
    "I haven't told Dr Okafor."
)


@dataclass(frozen=True)
class Beat:
    """One act, and the text that is on this person's phone once it is done."""

    who: Player
    then: str
    act: Callable[[Stage], Awaitable[None]]


def taps(who: Player, label: str, then: str) -> Beat:
    return Beat(who, then, lambda stage: stage.taps(who.name, label, then=then))


def types(who: Player, text: str, then: str) -> Beat:
    return Beat(who, then, lambda stage: stage.types(who.name, text, then=then))


def in_time(who: Player, then: str) -> Beat:
    """It comes by itself: the clock is pushed until it does."""
    return Beat(who, then, lambda stage: stage.until(who.name, then))


def at_once(who: Player, then: str) -> Beat:
    """Somebody else's act has led to it already."""
    return Beat(who, then, lambda stage: stage.sees(who.name, then))


@dataclass(frozen=True)
class After:
    """What an earlier step, or somebody by hand, has left on a phone."""

    title: str
    who: Player
    text: str


@dataclass(frozen=True)
class Step:
    """`text` is for a newcomer, `look` names the phones to show, `button` what does the step.
    `after` is what it can't do without. What is done `anew` may be done as often as one likes.
    """

    id: str
    title: str
    text: str
    look: Sequence[str]
    button: str
    beats: Sequence[Beat]
    after: After | None = None
    anew: bool = False

    async def act(self, stage: Stage) -> None:
        """Do what isn't done of it yet, by the tour or by hand. TourLost says why it can't be."""
        if self.after is not None and not stage.shows(self.after.who.name, self.after.text):
            raise TourLost(_FIRST.format(title=self.after.title))
        done = 0 if self.anew else self._done(stage)
        if done == len(self.beats):
            raise TourLost(_DONE)
        for beat in self.beats[done:]:
            await beat.act(stage)

    def _done(self, stage: Stage) -> int:
        """How many beats are behind the last one that shows: texts before it may have changed."""
        shown = (
            at for at, beat in enumerate(self.beats, 1) if stage.shows(beat.who.name, beat.then)
        )
        return max(shown, default=0)


_DONE = (
    "This step is done: it is all on the phones. «Back to now» starts again, with a fresh practice."
)
_FIRST = (
    "This step goes on from «{title}», so please do that one first. If that one no longer goes, "
    "«Back to now» starts again, with a fresh practice."
)

_REMIND = Step(
    id="remind",
    title="A reminder",
    text="The day before Anna sees Dr Okafor, her phone shows the time and the room, and what the "
    "practice adds a day before. She taps «I'll be there». For three minutes she can take that "
    "back; then Dr Okafor and Maria know it, and nobody had to phone.",
    look=(ANNA.name, OKAFOR.name, MARIA.name),
    button="Let the reminder come",
    beats=(
        in_time(ANNA, "Tomorrow, "),
        taps(ANNA, "I'll be there", "Good. See you on"),
        in_time(OKAFOR, "Anna B. is coming"),
        at_once(MARIA, "Anna B. is coming"),
    ),
)
_STRUGGLE = Step(
    id="struggle",
    title="Still struggling",
    text="In the evening a note reminds Anna of her homework, and she is stuck. She says what "
    "gets in the way, and finds a smaller part in her own words. She lets Dr Okafor read it "
    "before they meet, so that they can begin with what is hard.",
    look=(ANNA.name, OKAFOR.name),
    button="Let the evening come",
    beats=(
        in_time(ANNA, "Your note for this evening."),
        taps(ANNA, "Still struggling", "What gets in the way?"),
        taps(ANNA, "Too hard", "What would you like to do?"),
        taps(ANNA, "Do a smaller part", "Which part could you do?"),
        types(ANNA, HER_TASK, "Shall Dr Okafor know?"),
        taps(ANNA, "Yes, before we meet", "Dr Okafor sees it"),
        in_time(OKAFOR, "Something to read before a meeting."),
        taps(OKAFOR, "Open", "shows you this before you meet, and nothing more."),
    ),
)
_CHECK_IN = Step(
    id="check-in",
    title="Four short questions",
    text="Three hours after the session Anna gets four short questions: she had said yes to that. "
    "Two of her answers are low, and such things are hard to say face to face. Nobody else sees "
    "them, and the bot asks what she would like to do.",
    look=(ANNA.name, OKAFOR.name),
    button="Ask the four questions",
    beats=(
        in_time(ANNA, "Four short questions about today."),
        taps(ANNA, "Start", "1 of 4."),
        taps(ANNA, "4", "2 of 4."),
        taps(ANNA, "7", "3 of 4."),
        taps(ANNA, "6", "4 of 4."),
        taps(ANNA, "3", "Would you like to do something about it?"),
    ),
)
_CONCERN = Step(
    id="concern",
    title="Something isn't right",
    text="Anna would like somebody else at the practice to hear it, and picks Maria. She taps "
    "a sentence, adds her own words, and sees what Maria will get before anything goes. "
    "Dr Okafor isn't told, and Dr Lindqvist may read it only if Maria is away.",
    look=(ANNA.name, MARIA.name),
    button="Tell Maria",
    beats=(
        taps(ANNA, "Tell somebody else at the practice", "Who should hear it?"),
        taps(ANNA, "Maria Santos, practice manager", "Tap a sentence that fits"),
        taps(ANNA, "I can't be open", "Got it. Anything more?"),
        types(ANNA, HER_WORDS, "Got both. Anything more?"),
        taps(ANNA, "That's all", "This is what Maria will get:"),
        taps(
            ANNA,
            "Send, and Dr Lindqvist may read it if Maria is away",
            "You can take it back for one minute.",
        ),
    ),
    after=After(_CHECK_IN.title, ANNA, "Would you like to do something about it?"),
)
_ANSWER = Step(
    id="answer",
    title="Maria answers",
    text="For one minute Anna can take it back. Then Maria's phone says «Something for you» "
    "and no more, because somebody may be looking over her shoulder. Maria opens it, "
    "takes it on and writes: Anna knows who has it, and it is a person who answers.",
    look=(MARIA.name, ANNA.name),
    button="Let Maria answer",
    beats=(
        in_time(MARIA, "Something for you. First look by"),
        taps(MARIA, "Open", "I've told Dr Okafor nothing."),
        taps(MARIA, "I'll take it", "It's yours."),
        at_once(ANNA, "Maria has your message"),
        taps(MARIA, "Write to Anna", "Write it here."),
        types(MARIA, MARIAS_WORDS, "Goes to: Anna B."),
        taps(MARIA, "Send", "It's on its way to Anna."),
        at_once(ANNA, "From Maria Santos:"),
        at_once(MARIA, "Delivered"),
    ),
    after=After(_CONCERN.title, ANNA, "You can take it back for one minute."),
)
_WHO_SEES_WHAT = Step(
    id="who-sees-what",
    title="Who sees what",
    text="Anna asks who sees what, and is told. Dr Okafor and Dr Lindqvist look for messages, "
    "and nothing waits for them. What Anna said went to the one person she picked, and to "
    "nobody else.",
    look=(ANNA.name, OKAFOR.name, LINDQVIST.name),
    button="See who sees what",
    beats=(
        taps(ANNA, "Settings", "Short questions: on."),
        taps(ANNA, "Who sees what", "Nobody reads the rest."),
        taps(OKAFOR, "Cases", "Nothing waits for you."),
        taps(LINDQVIST, "Cases", "Nothing waits for you."),
    ),
    after=After(_ANSWER.title, ANNA, "From Maria Santos:"),
    anew=True,
)

STEPS = (_REMIND, _STRUGGLE, _CHECK_IN, _CONCERN, _ANSWER, _WHO_SEES_WHAT)
