"""Words of danger: a short fixed list that errs on the side of showing help."""

import re

from bot.rules.triage.plain_words import plain_words

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


def is_danger(text: str) -> bool:
    """Whether a text has words of danger in it: to the writer, to others or from others.

    No judgement about negation, past or idiom is made here: showing help too often is the
    smaller fault.
    """
    return _PATTERN.search(plain_words(text)) is not None
