"""How many years at school a message asks for: Flesch and Kincaid's formula, as textstat counts."""

import re
from calendar import day_abbr, day_name, month_abbr, month_name

import textstat

from tests.script.marks import CLOSES, OPENS, plain

HIGHEST = 7.0
_DAY = "|".join([*day_name, *day_abbr])
_MONTH = "|".join([*month_name[1:], *month_abbr[1:]])
_CLOCK = r"\d{1,2}:\d{2}(?: [ap]\.?m\b\.?)?"
_DATE = rf"(?:{_DAY}),? (?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}})\b"
_MOMENT = re.compile(rf"{_DATE}(?:, {_CLOCK})?|{_CLOCK}", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_QUOTED = re.compile(f"«{OPENS}([^{OPENS}{CLOSES}]*){CLOSES}»")


def grade(marked: str) -> float:
    """Of a marked message, read as it stands; what is below the first year is 0.

    Only a day and a time count as one word, and so do a link and what somebody wrote, in «».
    """
    text = _ADDRESS.sub("here", _MOMENT.sub("then", plain(_QUOTED.sub("it", marked))))
    return max(0.0, round(float(textstat.flesch_kincaid_grade(_in_sentences(text))), 1))


def _in_sentences(text: str) -> str:
    """Each line ends a sentence, as it does for a reader: lists, headings, a time on its own."""
    lines = [line.strip(" -«»") for line in text.splitlines()]
    return " ".join(re.sub(r"[:,]?$", ".", line) if _is_open(line) else line for line in lines)


def _is_open(line: str) -> bool:
    return bool(line) and not re.search(r"[.!?][)»]?$", line)
