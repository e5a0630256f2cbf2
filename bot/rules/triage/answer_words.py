"""Words that plainly answer whether somebody comes: whole messages, by a short list of them."""

import enum
import re

from bot.rules.triage.plain_words import plain_words


class Said(enum.Enum):
    """What a message says about a session, whichever it is."""

    COMING = "coming"
    CANT_COME = "can't come"
    OTHER_TIME = "other time"


_BEFORE = r"(?:(?:hi|hello|hey|yes|yep|yeah|no|ok|okay|oh|so|very|really|sorry|im sorry|im so sorry|im afraid|unfortunately|sadly|thanks|thank you|i think|just|and|but|all good|perfect|great|good) )*"
_DAY = r"(?:(?:on |this |next )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|tonight|tomorrow|then|(?:this|next) week|this time)"
_AFTER = rf"(?: (?:{_DAY}|thanks|thank you|please|sorry|im sorry|im afraid|x|xx|after all|now|this morning|this afternoon|this evening|because im sick|im sick|im ill|im unwell))*"
_NAMED_VISIT = r"(?:my|the|our|this|that) (?:session|appointment|appt|time|booking|meeting|slot)"
_VISIT = rf"(?:it|this|that|{_NAMED_VISIT})"
# People move, change and shift other things too: what is moved must be said.
_MOVE = rf"(?:(?:reschedule|rebook|postpone)(?: {_VISIT})?|(?:move|change|swap|shift|push) {_VISIT})(?: back| forward| to another (?:time|day))?"
_SAYINGS = {
    Said.COMING: (
        r"(?:(?:i )?will|ill) (?:definitely |still |def )?be (?:there|coming|in)",
        rf"(?:ill |i will )?see (?:you|u) (?:there|{_DAY})",
        r"(?:im|i am) (?:still |definitely )?coming",
        r"i(?:m able to| can) (?:come|make it|be there)",
        r"i confirm|confirmed",
    ),
    Said.CANT_COME: (
        rf"(?:i )?(?:cant|cannot|can not|wont|will not|wont be able to|am not able to|unable to) (?:come|make it|attend|be there|get there|come in|be coming)(?: to {_VISIT})?",
        rf"(?:i )?(?:cant|cannot|can not|wont be able to|am not able to) (?:(?:make|do|attend) {_NAMED_VISIT}|(?:do it|make|do) (?!then|now){_DAY})",
        r"(?:im|i am) (?:not able to|unable to|not going to(?: be able to)?) (?:come|make it|attend|be there)",
        rf"(?:i )?(?:need|have|want|would like|id like|got|ive got|will have) to cancel(?: {_VISIT})?",
        rf"(?:can|could) (?:i|you|we) (?:please )?cancel(?: {_VISIT})?",
        rf"(?:please )?cancel {_VISIT}",
        r"(?:im |i am )?not coming",
    ),
    Said.OTHER_TIME: (
        rf"(?:can|could|may) (?:we|i|you) (?:please )?{_MOVE}",
        rf"(?:i )?(?:need|have|want|would like|id like) to {_MOVE}",
        r"(?:can (?:i|we) (?:have|get|find|do) )?another time|can (?:i|we) (?:have|get|find|do) another day",
    ),
}
_PLAIN = {
    said: re.compile(rf"{_BEFORE}(?:{'|'.join(sayings)}){_AFTER}")
    for said, sayings in _SAYINGS.items()
}


def answer_in(text: str) -> Said | None:
    """What the whole text says, if it says that and nothing else."""
    whole = plain_words(text)
    return next((said for said, plain in _PLAIN.items() if plain.fullmatch(whole)), None)
