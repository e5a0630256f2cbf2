"""Whether somebody says, plainly and now, that they are late for a session: by a list of words."""

import re

from bot.rules.triage.plain_words import plain_words

LONGEST = 40  # words: who writes more says more than that
_NUMBER = r"(?:\d{1,3}|a few|a couple of|two|three|five|six|seven|eight|ten|twelve|fifteen|twenty|thirty|half an|an|a quarter of an|quarter of an)"
_MINUTES = r"(?:m|min|mins|minute|minutes|hour|hr)"
_HOW = rf"(?:(?:a|bit|little|tad|touch|few|about|around|roughly|approx|approximately|maybe|probably|so|very|really|quite|slightly|up|to|or|like|at|least|{_NUMBER}|{_MINUTES}) )*"
_I = r"(?:im|i am|ill|i will|i might|i may|i could|i think im|we are|were|we will|sorry|hi|hello|hey|just|so|still|currently|also|going to|gonna|gunna|might|may|will|ill probably|i will probably|probably|afraid)"
_SAYS_I = rf"^(?:{_I} )*"
# What is late besides somebody on the way.
_NO_MORE = r"(?! (?:at|in (?:life|my|the)|with|on (?:my|the) (?:rent|bills?|payments?)|paying|for (?:work|school|class|uni)|twenties|thirties|forties|fifties|bloomer|stage|shift|night|\d{2}s))"

_PLAIN = tuple(
    re.compile(each)
    for each in (
        rf"{_SAYS_I}(?:be )?(?:running|run) {_HOW}(?:late|behind)\b{_NO_MORE}",
        rf"{_SAYS_I}(?:(?:be|be there|get there|arrive|arriving) )?{_HOW}late\b{_NO_MORE}",
        rf"{_SAYS_I}(?:(?:be|get|been|have been|ive been) )?(?:delayed|held up)\b",
        r"^(?:(?:im|i am|hi|hello|sorry|just|still|were|we are|got|been|ive been|i got) )*(?:stuck|held up|caught)(?: up)? (?:in|on|at|behind|by) (?:(?:the|a|an|my|some|heavy|bad|terrible|awful|bumper to bumper) )*(?:traffic|jam|train|bus|tram|tube|metro|lights|motorway|freeway|highway|m\d+|roadworks|accident|level crossing|work)\b",
        r"^(?:(?:my|the|sorry|hi|hello|our) )*(?:train|bus|tram|tube|metro|ferry|flight|lift|taxi|uber) (?:(?:is|s|has|been|got|just|running|are|so|very|really|badly) )*(?:late|delayed|cancelled|stuck|broken down|broke down)\b",
        r"^(?:(?:im|i am|hi|hello|hey|sorry|just|now|already|still|yes|we are) )*on (?:my|the|our) way(?: (?:now|there|in|over|sorry|late|running late|to (?:you|(?:my|our|the|your) (?:session|appointment|appt|practice|clinic|office|room))))*$",
        rf"\b(?:be there|there|with you|arriving|arrive|be in|get there|here) in (?:about |around |like |roughly |approx |another )?{_NUMBER}(?: {_MINUTES})?\b(?! (?:years?|months?|weeks?|days?|percent|of))",
        r"^(?:(?:i|im|sorry|hi|we|going|to) )*(?:wont|cant|cannot|will not|not going to|may not|might not) (?:be able to )?(?:be there|be|get there|make it|arrive|get in) (?:\w+ )?(?:on time|in time)\b",
        r"^(?:(?:i|sorry|hi|we|ill|will|might) )*(?:wont|cant|cannot) (?:be there|get there|make it|be in) (?:until|till|before) (?:\w+ )?\d",
    )
)
# Another time than now, or only if: nothing to pass on.
_NOT_NOW = re.compile(
    r"\b(?:always|usually|often|never|every|whenever|if|when|why|what if|yesterday|last (?:week|time|night|month|year|session)|next (?:week|time|session)|tomorrow|used to|once|years?|was late|too late|period|pregnan\w*|rent|bill|bills|payment|invoice|homework|worksheet|deadline|essay)\b"
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:you|youre|she|shes|he|hes|they|theyre|it|its|who|everyone|mum|mom|dad|boss|husband|wife|partner|son|daughter|(?:psychologist|therapist|counsellor|counselor|dr|doctor) (?:is|was|s))\b"
)
_CLAUSE_ENDS = re.compile(r"[.!?;:,…()\n]+|\s[-–—]+\s|\b(?:but|and|so|because|cos|as)\b", re.I)


def says_late(text: str) -> bool:
    """Whether the words say so of whoever writes, and of now. In doubt they don't."""
    whole = plain_words(text)
    if len(whole.split()) > LONGEST or _NOT_NOW.search(whole) or "?" in text:
        return False
    return any(_is_of_oneself(plain_words(part)) for part in _CLAUSE_ENDS.split(text))


def _is_of_oneself(clause: str) -> bool:
    for plain in _PLAIN:
        match = plain.search(clause)
        if match is not None and not _SOMEBODY_ELSE.search(clause[: match.start()]):
            return True
    return False
