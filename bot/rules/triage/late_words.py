"""Whether somebody says, plainly and now, that they are late for a session: by lists of words.

What is understood goes to somebody at once, so every part of the message must be one of those that
are listed here. Whoever writes more than that may mean something else, or not want it passed on.
"""

import re
import unicodedata
from collections.abc import Collection

from bot.rules.triage.plain_words import plain_words

LONGEST = 40  # words: who writes more says more than that
_COUNT = r"(?:\d{1,2}|a few|a couple(?: of)?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty)"
_MINUTES = r"(?:m|min|mins|minute|minutes|mintues|minuets)"
_HOUR = r"(?:half an hour|(?:a )?quarter of an hour|an hour|1 hour|half hour)"
_ABOUT = r"(?:(?:about|around|roughly|approx|approximately|maybe|probably|like|up to|at least|just|only|another|the next) )*"
_LONG = rf"{_ABOUT}(?:{_HOUR}|{_COUNT}(?: \d{{1,2}})?(?: ?{_MINUTES})?(?: (?:or so|or (?:\d{{1,2}}|ten|fifteen|twenty)(?: {_MINUTES})?|max))?)"
_LITTLE = (
    r"(?:a bit|a little|a little bit|a tad|a touch|a few|bit|little|slightly|quite|very|really|so)"
)
_VISIT = r"(?:therapy|counsell?ing|(?:my|our|the|your|this|todays|my therapy|our therapy) (?:session|sesion|appointment|appt|apointment|therapy|counsell?ing|therapy session|call|meeting|\d{1,2}(?: ?\d\d)?(?: ?[ap]m)?)|you|us)"
_RUNNING = r"(?:running|runing|runnin|runnign|rnning|run)"
_LATE = r"(?:late|l8)"
_TODAY = r"(?:today|this morning|this afternoon|this evening|now|right now|unfortunately)"
# Of oneself, as it is and as it will be.
_NOW = r"(?:im|i am|were|we are|ive been|i have been|i got|got)"
_SOON = r"(?:(?:(?:i think |i guess |afraid |im afraid )?(?:i|we) (?:will|shall|might|may|could)|ill|i ll|well|i think ill|im afraid ill|(?:im |i am |were )?(?:going to|gonna|gunna)|will|might|may)(?: (?:probably|possibly|just|also|still|maybe|now))*(?: be| b)?)"
_I = rf"(?:(?:{_NOW}|{_SOON})(?: (?:just|still|also|currently|probably|already))*)"
_FOR = rf"(?: (?:for|to) {_VISIT})?"
_BY = rf"(?: (?:by )?{_LONG})?"
_THERE = (
    r"(?:be there|there|be with you|with you|get there|arrive|arriving|be in|be at yours|see you)"
)
_HOURS = r"(?:about |around )?(?:(?:[1-9]|1[0-2])(?: ?[0-5]\d)?(?: ?[ap]m)?|(?:\d{1,2}|five|ten|quarter|twenty|half) past)"
_STREET = r"(?:traffic|a traffic jam|the traffic|the train|a train|the bus|a bus|the tram|a tram|the tube|the metro|the motorway|the freeway|the highway|roadworks|the lights|an accident|a level crossing|work|a meeting|the m\d{1,2}|the road)"
_BAD = r"(?:heavy|bad|terrible|awful|some|bumper to bumper|really bad|crazy)"
_RIDE = r"(?:train|bus|tram|tube|metro|ferry|taxi|uber|cab|ride|lift)"

_SAYS = (
    rf"(?:{_I} )?(?:be )?{_RUNNING}(?: {_LITTLE}| {_LONG})? (?:{_LATE}|behind)(?: again)?{_BY}{_FOR}",
    rf"{_I} (?:{_LITTLE} |{_LONG} )?{_LATE}{_BY}{_FOR}",
    rf"{_LONG} {_LATE}{_FOR}",
    rf"{_LATE} by {_LONG}",
    rf"i (?:will )?(?:come|arrive|get there) (?:{_LITTLE}|{_LONG}) (?:late|later)",
    rf"{_I} (?:{_LITTLE} )?delayed{_BY}",
    rf"i (?:will )?(?:delay|have (?:a )?delay)(?: of)? {_LONG}",
    r"i have (?:a )?delay",
    rf"(?:{_NOW} )?(?:stuck|held up|caught|delayed)(?: up)? (?:in|on|at|behind|by) (?:{_BAD} )*{_STREET}(?: on (?:the )?[mab]\d{{1,4}})?",
    rf"{_NOW} held up",
    rf"(?:(?:my|the|our) )?{_RIDE}s? (?:is |s |has been |got |just got |are |was )?(?:(?:{_LITTLE}|running|{_LONG}) )*(?:late|delayed|cancelled|stuck)",
    rf"(?:{_NOW} )?(?:just |now |already |still )*(?:on (?:my|our|the) way|omw)(?: (?:now|there|in|over|to (?:you|{_VISIT})))*",
    rf"(?:{_SOON} |should )?(?:be )?{_THERE} in {_LONG}",
    rf"(?:{_NOW} )?{_LONG} away",
    rf"(?:i |we )?(?:wont|cant|cannot|will not|am not going to|may not|might not)(?: be able to)? (?:be there|be|get there|make it|arrive|get in) (?:quite )?on time{_FOR}",
    rf"(?:i |we )?(?:wont|cant|cannot)(?: be able to)? (?:be there|get there|make it|be in) (?:until|till|before) {_HOURS}",
    rf"(?:{_SOON} )?{_THERE} (?:at|by|about|around) {_HOURS}",
    r"(?:im |i am |just )*parking(?: (?:the car|my car|now))?",
)
# Says nothing of being late by itself, and nothing that anybody would keep to themselves.
_WITH_IT = (
    rf"(?:the )?traffic(?: (?:is|s))?(?: {_LITTLE})?(?: {_BAD}| heavy| slow)?(?: {_TODAY})?",
    r"(?:theres |there is )?(?:lots of |a lot of |so much |too much )traffic",
    r"(?:(?:i|just|still) )*(?:cant find|looking for|finding|struggling to find|trouble (?:finding|with)) (?:a )?(?:parking|park|parking space|car park)",
    r"(?:i )?(?:missed|just missed|waiting for) (?:my|the|a) (?:train|bus|tram|tube|ferry|stop|taxi|uber)",
    r"(?:i )?(?:overslept|slept in|slept through my alarm|got lost|left late)",
    r"(?:(?:my|the) )?(?:bus|train|tram|taxi|uber) (?:didnt come|didnt show up|was late|was cancelled|didnt turn up)",
    r"(?:my |the )?car (?:wont|wouldnt|didnt) start",
    r"(?:my |a |the )?(?:work|shift|meeting|class) (?:ran|went|is running) (?:over|late|long)",
    r"my (?:son|daughter|kid|child|baby) (?:is|was|s) (?:sick|ill|unwell)",
    rf"{_ABOUT}(?:\d{{1,2}}|ten|fifteen|twenty) {_MINUTES}",
    r"(?:i )?ran late at work|(?:im |i |only )*just (?:left|leaving)(?: (?:work|home|now))*",
    r"late|see you soon|wait for me|please wait(?: for me)?|please start without me|i hope thats ok(?:ay)?|hope thats ok(?:ay)?|is that ok(?:ay)?",
    r"please (?:tell|let) (?:her|him|them)(?: know)?|can you (?:tell|let) (?:her|him|them)(?: know)?|just to let you know|letting you know|fyi",
)
_POLITE = r"(?:hi|hello|hey|hiya|good morning|morning|good afternoon|good evening|dear|sorry|im sorry|im so sorry|i am sorry|i am so sorry|im really sorry|so sorry|very sorry|really sorry|sorry about (?:this|that)|apologies|my apologies|please|pls|thanks|thank you|ok|yes|oh|x|xx|just|there|all|bye|cheers|(?:please |pls |can you |could you )(?:tell|let) (?:her|him|them)(?: know)?(?: that)?)"
_CLOSING = rf"(?:{_POLITE}|{_TODAY}|see you soon|see you)"
_PART = re.compile(
    rf"(?:{_POLITE} )*(?:(?P<says>{'|'.join(_SAYS)})|{'|'.join(_WITH_IT)}|{_POLITE})(?: {_CLOSING})*"
)
_ENDS = re.compile(
    r"[.!;:,…()\n]+(?!\d)|\s[-–—]+\s|\b(?:but|and|(?:because|bc|cos|as|due to)(?: of)?|so(?= (?:i|im|ill)\b))\b",
    re.I,
)
_SHORT_TITLE = re.compile(r"\b(dr|mr|mrs|ms|prof)\.", re.I)
_SORRY_LATE = re.compile(r"(?:sorry late|late sorry)")
_TITLES = ("dr", "doctor", "mr", "ms", "mrs", "miss", "prof", "professor")
# Signs that say no more than the words: «I'm late» and a picture may be about anything.
_SIGNS = frozenset(
    "🙏🙂😊😀😃😄😁😅😬😔😕😞😟😢😭😳🙁☹🙈👍👋🚗🚕🚙🚌🚎🚆🚇🚈🚉🚊🚋🚂🚦🚥🚲🏃🚶⏰⏱⌚❤💨"
)


def says_late(text: str, names: Collection[str] = ()) -> bool:
    """Whether the words say so of whoever writes, and of now, and nothing else. In doubt they don't.

    `names` are those of whoever may be spoken to: their psychologist's.
    """
    spoken = _SHORT_TITLE.sub(r"\1", text)
    whole = plain_words(text)
    if "?" in text or len(whole.split()) > LONGEST or not _are_plain(text):
        return False
    if _SORRY_LATE.fullmatch(whole):
        return True
    parts = [
        _not_addressed(part, names) for each in _ENDS.split(spoken) if (part := plain_words(each))
    ]
    found = [_PART.fullmatch(each) for each in parts if each]
    return all(found) and any(each["says"] for each in found if each is not None)


def _are_plain(text: str) -> bool:
    return all(each in _SIGNS for each in text if unicodedata.category(each) == "So")


def _not_addressed(part: str, names: Collection[str]) -> str:
    """Without the name of whoever is spoken to: alone, after a greeting or at the end, or told of."""
    called = {each for name in names for each in plain_words(name).split()} - set(_TITLES)
    if not called:
        return part
    title = rf"(?:(?:{'|'.join(_TITLES)}) )?"
    name = rf"{title}(?:{'|'.join(sorted(map(re.escape, called)))})(?: (?:{'|'.join(sorted(map(re.escape, called)))}))*"
    if re.fullmatch(name, part):
        return ""
    part = re.sub(rf"\b(tell|let) {name}(?= |$)", r"\1 them", part)
    part = re.sub(
        rf"^((?:hi|hello|hey|dear|sorry|good morning|good afternoon|good evening)) {name}(?= |$)",
        r"\1",
        part,
    )
    return re.sub(rf" {name}$", "", part)
