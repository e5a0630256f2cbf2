"""The small language that all word lists are written in: one way of saying it on each line.

    cant (go on|carry on)        any of these, as whole words
    hurt* me, (hurt|beat)* me    «hurt», «hurts», «hurting» me
    saved up ~ pills             up to three words between, none of them a «not»; ~6 is up to six
    {PILLS}                      a list with a name, given beside the lines
    hit me -(up|back)            unless one of these follows
    # …                          a remark

Lines are compared with plain words: lower case, no accents, no apostrophes («dont», «shes»). German lines
are written with ä, ö, ü, ß and found with them, without them and as ae, oe, ue, ss; other accents are
written or left out as one likes. Whatever else regular expressions offer is allowed, save «*» after a letter: «(so )*» repeats.
"""

import re
import unicodedata
from collections.abc import Iterable

_SLOT = re.compile(r"\{([A-Z_]+)\}")
_GAP = re.compile(r"~(\d?) ")
_NO_NOT = r"(?!(?:not|never|no|isnt|wasnt|arent|werent|hasnt|havent|hadnt|didnt|doesnt|dont|wont|wouldnt|without|nicht|keine?|nie)\b)"
_ANY_ENDING = re.compile(r"(?<!\\w)(?<=[a-z])\*|(?<=[a-z?]\))\*")
_PLAIN_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_UMLAUTS = {"ä": "(?:ae|a)", "ö": "(?:oe|o)", "ü": "(?:ue|u)", "ß": "(?:ss|s)"}


def ways(lines: str, **slots: str) -> tuple[str, ...]:
    """Each line as a regular expression over plain words; a slot is a line of alternatives."""
    kept = (line.strip() for line in lines.splitlines())
    return tuple(_expression(line, slots) for line in kept if line and not line.startswith("#"))


def slot(line: str, **slots: str) -> str:
    """Alternatives that other lines use by name: «pills|tablets|my (own )?meds»."""
    return _SLOT.sub(lambda found: f"({slots[found[1]]})", " ".join(line.split()))


def whole_words(expressions: Iterable[str]) -> re.Pattern[str]:
    """Any of these as whole words; nothing matches where there are none."""
    either = "|".join(expressions)
    return re.compile(rf"\b(?:{either})\b" if either else r"(?!)")


def _expression(line: str, slots: dict[str, str]) -> str:
    said = _SLOT.sub(lambda found: f"({slots[found[1]]})", line)
    said = _GAP.sub(lambda found: rf"(?:{_NO_NOT}\w+ ){{0,{found[1] or 3}}}?", said)
    said = _unless(said)
    said = _ANY_ENDING.sub(r"\\w*", without_accents(said))
    return _PLAIN_GROUP.sub("(?:", said)


def _unless(said: str) -> str:
    """« -(a|b)» as a look ahead, to the bracket that closes it."""
    before, sign, rest = said.partition(" -(")
    if not sign:
        return said
    depth = 1
    for end, char in enumerate(rest):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return rf"{before}(?! (?:{rest[:end]})\b){_unless(rest[end + 1 :])}"
    raise ValueError(f"a bracket is open in «{said}»")


def without_accents(said: str) -> str:
    """Umlauts in each of their spellings, other letters without their accents."""
    for umlaut, spellings in _UMLAUTS.items():
        said = said.replace(umlaut, spellings)
    return "".join(
        char for char in unicodedata.normalize("NFKD", said) if not unicodedata.combining(char)
    )
