"""What takes words of danger back: a «not», long past times, figures of speech, stories, the dead."""

import re

from bot.rules.triage.sentences import Passage

_RELATIVE = (
    r"mum|mom|mother|mam|dad|father|brother|sister|son|daughter|kid|child|baby|husband|wife|hubby"
    r"|partner|boyfriend|girlfriend|bf|gf|ex|fiance|fiancee|uncle|aunt|auntie|cousin|nephew|niece"
    r"|grandma|grandmother|gran|nan|grandpa|grandfather|grandad|stepdad|stepfather|stepmum|stepmom"
    r"|stepmother|friend|mate|flatmate|roommate|housemate|colleague|coworker|neighbour|neighbor"
    r"|boss|student|pupil|client|patient|teacher|coach|man|guy|woman|girl|boy"
)
_ANOTHER = re.compile(
    rf"(?:{_RELATIVE})s?|he|she|they|hes|shes|theyre|theyve|hed|shed|theyd|someone|somebody|him|who"
    r"|hell|shell|kids|children"
)
_THING = re.compile(
    r"it|its|that|this|which|what|news|grief|sadness|anxiety|panic|depression|wave|waves|loss|truth"
    r"|memory|memories|reality|realisation|realization|everything|words|heat|deadline|work|job"
)
_THEIRS = re.compile(rf"\bmy (?:\w+ )?(?:{_RELATIVE})s?\b")
_ONESELF = re.compile(r"i|im|ive|id|ill|me|my|myself|we|our|us")

_NOT = (
    r"not|never|no|dont|do not|doesnt|does not|wont|will not|wouldnt|would not|isnt|arent|aint"
    r"|wasnt|werent|didnt|did not|havent|hasnt|hadnt|without|nor|neither|no longer|stopped|quit"
    r"|cant imagine|couldnt imagine|far from|hardly|nothing to do with|clean from|free from|free of"
)
_PASSED_OVER = (
    r"i|im|a|an|am|is|are|was|were|be|been|being|do|feel|feeling|felt|think|thinking|thought"
    r"|thoughts|have|having|had|has|any|the|of|about|going|gonna|to|want|wants|wanna|wanted|would"
    r"|will|ever|really|actually|currently|even|at|all|in|plan|plans|planning|intend|intention"
    r"|intentions|urge|urges|desire|wish|need|like|saying|said|say|that|mean|meant|trying|tried"
    r"|risk|danger|bit|once|laid|hand|hands|on|anything|seriously|actively|self harm|or|physically"
)
_DENIED = re.compile(rf"\b(?P<no>{_NOT})(?: (?:{_PASSED_OVER}))*$")
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
_DEED = re.compile(r"(?:kill|hurt|harm|cut|end|hang|shoot|drown)\w*\b")

_LONG_AGO = re.compile(
    r"\bused to\b|\byears? (?:ago|back)\b|\blong (?:time )?ago\b|\bback then\b|\bin the past\b"
    r"|\blast (?:year|spring|summer|autumn|winter)\b|\bin (?:19|20)\d\d\b|\b(?:in )?my (?:late |early )?"
    r"(?:teens|teenage years|twenties|thirties|youth|childhood|past)\b|\bgrowing up\b"
    r"|\bas an? (?:young |little |small )?(?:child|kid|teen|teenager|boy|girl|student|baby|adult)\b"
    r"|\b(?:when|since|while|until|till|before) (?:i|we) (?:was|were) (?:about |around |only |just |still )?"
    r"(?:a|an|at|in|\d+|little|young|younger|small|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|living|married|with him|with her)\b"
    r"|\b(?:at|in|during) (?:high ?school|primary school|school|college|uni|university|lockdown)\b"
    r"|\bat (?:age )?(?:1[0-9]|2[0-9]|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\b"
    r"|\b(?:decades?|a lifetime) ago\b|\bwhen (?:my|our) \w+ was (?:born|a baby|little)\b"
)
_STILL = re.compile(
    r"\b(?:still|again|lately|currently|tonight|right now|at the moment|recently|these days"
    r"|nowadays|keeps?|once more|ever since|since then|today|this (?:week|morning|evening))\b"
)
_NOW = re.compile(r"\bnow\b")
_PAST_FORM = re.compile(
    r"\b(?:used to|was|were|wanted|tried|thought|felt|had|did|would|overdosed|took|attempted|wished"
    r"|harmed|harming|cut|hit|beat|raped|strangled|choked|abused|threatened|hurt|slapped|punched"
    r"|kicked|beaten|suicidal|wasnt|didnt|planned|swallowed|locked|began|started|went|self harmed)\b"
)
_ACCUSTOMED = re.compile(r"\b(?:am|im|are|is|got|get|getting|was|be|becoming) used to\b")

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
_ACCIDENT = re.compile(r"(?:hurt|hurting|cut|cutting|burn\w*|injur\w*|shot|shooting|hit) myself")
_ACCIDENT_AFTER = re.compile(
    r"\s*(?:some slack|off from|off|short|shaving|cooking|chopping|slicing|gardening|in the foot"
    r"|on (?:the|a|some) (?:stove|oven|iron|kettle|pan|glass|paper|grill|tray|tin)|on paper"
    r"|playing|skiing|running|training|lifting|exercising|jogging|dancing|cycling|by accident"
    r"|accidentally|at (?:the )?(?:gym|football|training|practice|basketball|soccer|netball|yoga)"
    r"|(?:while|when) (?:cooking|shaving|chopping|running|playing|skiing|i fell|slicing))\b"
)
# Only of being beaten: «beat me at chess».
_GAME = re.compile(r"(?:beat|beats|beaten)\b")
_GAME_AFTER = re.compile(
    r"\s*(?:(?:at|in) (?:chess|cards|tennis|golf|scrabble|pool|mario|monopoly|darts|squash|ping pong)"
    r"|at (?:everything|it)|to (?:it|the punch|the door)|by (?:two|one|three|a (?:point|second|goal|mile))"
    r"|in (?:the (?:race|final|election|quiz)|a race|every game))\b"
)
_STORY = re.compile(
    r"\b(?:films?|movies?|series|episode|tv show|the show|books?|novel|the news|documentary|podcast"
    r"|songs?|lyrics|character|video game|game|theatre|opera|article|on tv|netflix|story about|plot"
    r"|shakespeare|romeo|juliet|hamlet|the main|actor|thriller|crime drama|essay|lecture|course on"
    r"|training|seminar|textbook|paper on|report on|statistics|celebrity|singer|politician)\b"
)
_STUDY = re.compile(
    r"\b(?:course|training|lecture|essay|seminar|textbook|workshop|exam|dissertation|thesis)\b"
)
_DEAD = re.compile(
    r"\b(?:killed|hanged|hung|shot|drowned|poisoned) (?:himself|herself|themselves)\b"
    r"|\btook (?:his|her|their) (?:own )?life\b|\bdied (?:by|from|of|through) suicide\b"
    r"|\bcommitted suicide\b|\blost (?:\w+ ){1,4}to suicide\b|\b(?:his|her|their) suicide\b"
    r"|\b\w+s suicide\b|\bsuicide of\b|\bbereaved by suicide\b|\bafter (?:the|a) suicide\b"
    r"|\bdied of an overdose\b|\b(?:his|her|their) overdose\b"
)
_JUST_NOW = re.compile(
    r"\b(?:today|tonight|this morning|just now|last night|yesterday|right now)\b"
)


def is_denied(passage: Passage, match: re.Match[str]) -> bool:
    """«I would never …», «not thinking of …»: a «not» with only small words between."""
    before = passage.before(match.start())
    if _ASKED.search(before) and _SAID_NO.search(passage.after(match.end())):
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


def is_figure(passage: Passage, match: re.Match[str]) -> bool:
    """A way of speaking, an accident in the kitchen, a game that was lost."""
    said, after = match.group(), passage.after(match.end())
    if _FIGURE_BEFORE.search(passage.before(match.start())) or _FIGURE_AFTER.match(after):
        return True
    if _ACCIDENT.match(said):
        return _ACCIDENT_AFTER.match(after) is not None or "accidentally" in passage.before(
            match.start()
        )
    return _GAME.search(said) is not None and _GAME_AFTER.match(after) is not None


def is_story(passage: Passage, match: re.Match[str]) -> bool:
    """Told of a film, the news, a course: nobody whom the writer knows."""
    sentence = passage.sentence_at(match.start())
    return _STORY.search(sentence) is not None and _THEIRS.search(sentence) is None


def is_study(passage: Passage, match: re.Match[str]) -> bool:
    """«self-harm», «suicide» as a subject that somebody learns about."""
    is_subject = match.group() in ("suicide", "self harm", "selfharm", "overdose")
    return is_subject and _STUDY.search(passage.sentence_at(match.start())) is not None


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
