"""Judges what takes words of danger back: a «not», long past times, figures of speech, stories, the dead."""

import re

from bot.rules.triage import words_around_danger as english
from bot.rules.triage import words_in_german, words_in_spanish
from bot.rules.triage.danger_kinds import Sayings
from bot.rules.triage.phrases import whole_words, without_accents
from bot.rules.triage.sentences import Passage
from bot.rules.triage.signs import Around

_LANGUAGES: tuple[Around, ...] = (
    english.ENGLISH,
    words_in_german.AROUND,
    words_in_spanish.AROUND,
)


def _words(name: str) -> str:
    return "|".join(without_accents(getattr(each, name)) for each in _LANGUAGES)


_ANOTHER = re.compile(_words("another"))
_ONESELF = re.compile(_words("oneself"))
_THING = re.compile(english.THING)
_THEIRS = re.compile(rf"\bmy (?:\w+ )?(?:{english.RELATIVE})s?\b")

_DENIED = re.compile(rf"\b(?P<no>{_words('no')})(?: (?:{_words('passed_over')}))*$")
# «trying not to hurt myself», «I can't promise I won't», «why don't I»: a struggle, no denial.
_STRUGGLE = re.compile(
    r"\b(?:how|try|tries|trying|tried|hard|struggling|struggle|fighting|why|try so hard|best)"
    r"(?: to)? (?:not|dont|do not|shouldnt)\b"
    r"|\b(?:cant|cannot|can not|couldnt|havent|not|never) (?:stopped|stop|quit)\b"
    r"|\b(?:promise|guarantee|sure|certain|trust|know)\b.*\b(?:wont|not|dont|will not)\b"
    r"|\bif i (?:dont|do not)\b|\b(?:can|may|might) (?:as well )?not\b|\bwhy not\b|\bnot only\b"
)
# «The doctor asked whether I'm suicidal and I said no.»
_ASKED = re.compile(r"\b(?:ask|asks|asked|asking|wondered|checked)\b.*\b(?:if|whether|about)\b")
_SAID_NO = re.compile(
    r"\b(?:said|told (?:him|her|them)|answered|say) no\b|\b(?:im|i am|i was|its) not\b"
)
_HAS_NOT = re.compile(
    r"\b(?:not|never|no|dont|doesnt|didnt|cant|cannot|couldnt|wont|wouldnt|isnt|arent|wasnt|werent|shouldnt|havent|hadnt"
    r"|nobody|nothing|nicht|keine?n?|nie|ohne|sin|nunca|nada|nadie|pas|plus|niet|geen|nao|non)\b"
)
_DOUBLY_DENIED = re.compile(
    r"\b(?:not that|isnt that|wasnt that|never said|didnt say|not saying|doesnt mean|dont mean|not because|not like|not as if)(?: \w+){0,2}$"
)
# «Suicidal thoughts: none», «Self-harm? No.»
_ANSWERED_NO = re.compile(
    r" (?:thoughts? |urges? |plans? )?(?:none|no|nope|nah|not at all|zero|0|negative)(?: (?:this|today|since|not|thoughts|thank|im|i)\b|$)"
)
# «Suicidal? No», «Do I want to die? No»; not «I want to die. No, I mean it».
_SAYS_I = re.compile(r"\b(?:i|im|ive|id|ill)\b")
_ASKS_ITSELF = re.compile(r"\b(?:do|am|have|did|would) i\b")
_DEED = re.compile(r"(?:kill|hurt|harm|cut|end|hang|shoot|drown)\w*\b")

_LONG_AGO = re.compile(rf"\b(?:{_words('long_ago')})\b")
_STILL = re.compile(rf"\b(?:{_words('still')})\b")
_NOW = re.compile(r"\b(?:now|jetzt|ahora)\b")
_PAST_FORM = re.compile(rf"\b(?:{_words('past_form')})\b")
_ACCUSTOMED = re.compile(r"\b(?:am|im|are|is|got|get|getting|was|be|becoming) used to\b")

_FIGURE = re.compile(rf"\b(?:{_words('figure')})\b")
_FIGURE_AFTER = re.compile(
    r"\s*(?:laughing|laughter|of (?:laughter|laughing|embarrassment|boredom|shame|cringe|hunger|thirst"
    r"|curiosity|heat|cold|happiness|joy)|from (?:laughing|embarrassment|boredom)|on (?:this|that) hill"
    r"|squad|bombers?|bombings?|prevention|awareness|squeeze|with kindness|for a (?:coffee|drink|sandwich)"
    r"|on (?:chocolate|sugar|coffee|caffeine|netflix|carbs|tv|ice cream|cake|sweets|memes))\b"
)
_FIGURE_BEFORE = re.compile(
    r"\b(?:career|political|social|commercial|professional|financial|academic|electoral|digital)$"
    r"|\bi (?:could|would) (?:happily|cheerfully)$|\b(?:film|movie|book|song|band|album|game) called$"
)
# Only of hurting oneself: «cut myself shaving».
_ACCIDENT = re.compile(
    r"(?:i )?(?:hurt|hurting|cut|cutting|burn\w*|injur\w*|shot|shooting|hit|hang|throw|threw) (?:myself|my \w+)"
)
_ACCIDENT_AFTER = whole_words(english.ACCIDENT_AFTER)
# Only of being beaten: «beat me at chess».
_GAME = re.compile(r"(?:beat|beats|beaten)\b")
_GAME_AFTER = re.compile(english.NOT_BEATEN)
_MORTIFIED = whole_words(english.MORTIFIED)
_ONE_MORE = whole_words(english.ONE_MORE)
_TASK = whole_words(english.TASK)
_SUBJECT = whole_words(english.SUBJECT)
_AT_WORK = whole_words(english.AT_WORK)
_NO_JOKE = re.compile(
    r"\b(?:not|no|isnt|aint|never|without) (?:a |even |being |my |an? )*(?:joke|joking|kidding|dramatic|exaggeration|laugh)|\bserious"
)
_JOKING = re.compile(english.JOKING)
_URGENT = re.compile(english.URGENT)
_DYING = re.compile(r"\b(?:die|dying|dead|kill me|disappear|vanish|kill myself|evaporate)\b")
_OF_LIFE = re.compile(
    r"\b(?:life|live|living|alive|exist\w*|future|be here|being here|wake up|see myself)\b"
)
_STORY = re.compile(
    r"\b(?:films?|movies?|series|episode|tv show|the show|books?|novel|the news|documentary|podcast"
    r"|songs?|lyrics|character|video game|game|theatre|opera|article|on tv|netflix|story about|plot"
    r"|shakespeare|romeo|juliet|hamlet|the main|actor|thriller|crime drama|essay|lecture|course on"
    r"|training|seminar|textbook|paper on|report on|statistics|celebrity|singer|politician)\b"
)
_DEAD = re.compile(
    r"\b(?:killed|hanged|hung|shot|drowned|poisoned) (?:himself|herself|themselves)\b"
    r"|\b(?:took|ended) (?:his|her|their) (?:own )?life\b|\bdied (?:by|from|of|through) suicide\b"
    r"|\bcommitted suicide\b|\blost (?:\w+ ){1,4}to suicide\b|\b(?:his|her|their) suicide\b"
    r"|\b\w+s suicide\b|\bsuicide of\b|\bbereaved by suicide\b|\bafter (?:the|a) suicide\b"
    r"|\bdied of an overdose\b|\b(?:his|her|their) overdose\b"
)
_JUST_NOW = re.compile(
    r"\b(?:today|tonight|this morning|just now|last night|yesterday|right now)\b"
)


def is_denied(passage: Passage, match: re.Match[str]) -> bool:
    """«I would never …», «not thinking of …», «Suicidal? No»: not where the words have a «not» of their own."""
    before, after = passage.before(match.start()), passage.after(match.end())
    if _ASKED.search(before) and _SAID_NO.search(after):
        return True
    if _HAS_NOT.search(match[0]):
        return _DOUBLY_DENIED.search(before) is not None
    is_statement = _SAYS_I.search(before) is not None and _ASKS_ITSELF.search(before) is None
    if not is_statement and _ANSWERED_NO.match(passage.plain[match.end() :]):
        return True
    found = _DENIED.search(before)
    if found is None or _STRUGGLE.search(before):
        return False
    # «I didn't kill myself» is no «I don't want to»; «I'm not suicidal» is.
    return not (found["no"] in ("didnt", "did not") and _bare_deed(before, match))


def _bare_deed(before: str, match: re.Match[str]) -> bool:
    return before.endswith(("didnt", "did not")) and _DEED.match(match.group()) is not None


def is_past(passage: Passage, match: re.Match[str]) -> bool:
    """Long over: «when I was sixteen I wanted to die». Last week is not, and «still» undoes it."""
    sentence = passage.sentence_at(match.start())
    if _LONG_AGO.search(sentence) is None or _STILL.search(sentence):
        return False
    clause = passage.clause_at(match.start())
    if _NOW.search(clause) or _ACCUSTOMED.search(clause):
        return False
    nearby = " ".join([*passage.before(match.start()).split()[-5:], match.group()])
    return _PAST_FORM.search(nearby) is not None


def is_figure(passage: Passage, match: re.Match[str], sayings: Sayings) -> bool:
    """A way of speaking, an accident, a game, a task that is too much, a subject of a course."""
    said, after = match[0], passage.after(match.end())
    if _FIGURE_BEFORE.search(passage.before(match.start())) or _FIGURE_AFTER.match(after):
        return True
    sentence = passage.sentence_at(match.start())
    if _FIGURE.search(sentence) or _ONE_MORE.search(sentence):
        return True
    if sayings.may_be_figure and _MORTIFIED.search(sentence) and _DYING.search(said):
        return True
    if sayings.may_be_task and _TASK.search(sentence) and _OF_LIFE.search(said) is None:
        return True
    if sayings.may_be_subject and _SUBJECT.search(sentence):
        return True
    if _ACCIDENT.match(said):
        is_accident = _ACCIDENT_AFTER.match(after) is not None
        return is_accident or "accidentally" in passage.before(match.start())
    return _GAME.search(said) is not None and _GAME_AFTER.match(after) is not None


def is_at_work(passage: Passage, match: re.Match[str]) -> bool:
    """Whether somebody speaks of those whom they nurse or teach."""
    return _AT_WORK.search(passage.sentence_at(match.start())) is not None


def is_told_lightly(words: str) -> bool:
    """Whether words are of long ago, a film, a course, work, or a joke, for hints that are weak alone."""
    is_past = _LONG_AGO.search(words) is not None and _STILL.search(words) is None
    signs = (_FIGURE, _ONE_MORE, _SUBJECT, _AT_WORK, _JOKING, _MORTIFIED, _STORY)
    return is_past or any(sign.search(words) for sign in signs)


def is_joking(passage: Passage, match: re.Match[str]) -> bool:
    """«lol», 😂 beside the words, in the same sentence or right behind it."""
    nearby = f"{passage.sentence_at(match.start())} {passage.plain[match.end() : match.end() + 40]}"
    return _JOKING.search(nearby) is not None and _NO_JOKE.search(nearby) is None


def is_urgent(passage: Passage, match: re.Match[str]) -> bool:
    return _URGENT.search(passage.sentence_at(match.start())) is not None


def is_story(passage: Passage, match: re.Match[str]) -> bool:
    """Told of a film, the news, a course: nobody whom the writer knows."""
    sentence = passage.sentence_at(match.start())
    return _STORY.search(sentence) is not None and _THEIRS.search(sentence) is None


def is_bereavement(passage: Passage, match: re.Match[str]) -> bool:
    """Somebody has died of it, and not just now."""
    sentence = passage.sentence_at(match.start())
    found = _DEAD.search(sentence)
    if found is None or _JUST_NOW.search(sentence):
        return False
    said = match.group()
    return said in found.group() or found.group() in said


def is_about_another(passage: Passage, match: re.Match[str]) -> bool:
    """Whether another person is whom the clause speaks of last before the words."""
    if any(map(_ONESELF.fullmatch, match.group().split())):
        return False
    for word in reversed(passage.before(match.start()).split()):
        if _ONESELF.fullmatch(word):
            return False
        if _ANOTHER.fullmatch(word):
            return True
    return is_story(passage, match) or is_bereavement(passage, match)


def has_person_before(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a person does it, and no thing: whichever the clause speaks of last before the words."""
    for word in reversed(passage.before(match.start()).split()):
        if _THING.fullmatch(word):
            return False
        if _ANOTHER.fullmatch(word):
            return True
    return False
