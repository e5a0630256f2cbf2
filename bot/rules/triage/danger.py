"""Words of danger: a short fixed list that errs on the side of showing help."""

import re
import unicodedata

# Each is looked for as whole words in the text without case, accents and apostrophes.
_PHRASES = (
    "kill myself", "killing myself", "unalive", "end my life", "ending my life",
    "take my life", "taking my life", "take my own life", "end it all", "ending it all",
    "suicide", "suicidal", "want to die", "wanna die", "going to die tonight", "wish i was dead",
    "wish i were dead", "want to be dead", "better off dead", "better off without me",
    "no reason to live", "nothing to live for", "dont want to live", "do not want to live",
    "dont want to be here anymore", "dont want to be alive", "dont want to wake up",
    "cant do this anymore", "cant take it anymore",
    "hurt myself", "hurting myself", "harm myself", "harming myself", "self harm", "selfharm",
    "cut myself", "cutting myself", "overdose", "overdosed", "took all my pills",
    "took all the pills", "have the pills", "jump off", "hang myself", "shoot myself",
    "say goodbye to everyone", "goodbye forever",
    "kill him", "kill her", "kill them", "kill you", "kill someone", "going to hurt him",
    "going to hurt her", "going to hurt someone", "hes going to kill me", "shes going to kill me",
    "hits me", "beats me", "hit me again", "beat me", "strangled me", "choked me", "raped me",
    "hes hurting me", "shes hurting me", "someone is hurting me", "not safe at home",
    "threatened to kill", "im in danger", "i am in danger",
)  # fmt: skip
# «30 kms away» and «I can't go on Thursday» are about the way and the day.
_DAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b"
    r"|(?:the )?\d+(?:st|nd|rd|th)\b|holidays?\b"
)
_WITH_CONTEXT = (r"(?<!\d )(?<!\d)kms", rf"(?:cant|cannot|can not) go on(?! (?:{_DAY}))")
_PATTERN = re.compile(r"\b(?:" + "|".join([*map(re.escape, _PHRASES), *_WITH_CONTEXT]) + r")\b")
# Apostrophes as keyboards and word processors make them, and signs that are not seen at all.
_LEFT_OUT = re.compile(r"['’‘‛`´ʼʹ′＇\u00ad\u200b-\u200f\u2060\ufeff]")
_NOT_WORDS = re.compile(r"[\W_]+")


def is_danger(text: str) -> bool:
    """Whether a text has words of danger in it: to the writer, to others or from others.

    No judgement about negation, past or idiom is made here: showing help too often is the
    smaller fault.
    """
    plain = unicodedata.normalize("NFKD", _LEFT_OUT.sub("", text)).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = _NOT_WORDS.sub(" ", plain).replace(" any more", " anymore")
    return _PATTERN.search(words) is not None
