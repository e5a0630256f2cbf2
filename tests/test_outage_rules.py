"""Every timer states what it does when it is late."""

import re
from pathlib import Path

from bot.app import TIMERS

_RULE = re.compile(r"^\| `([a-z_]+:[a-z_]+)` \| (.+) \|$", re.MULTILINE)
_PAGE = Path(__file__).parents[1] / "docs" / "outages.md"
_STATED = dict(_RULE.findall(_PAGE.read_text("utf-8")))


def test_every_timer_states_what_it_does_when_it_is_late() -> None:
    assert {name for name, _timer in TIMERS} - set(_STATED) == set()


def test_no_rule_is_stated_of_a_timer_that_isn_t_there() -> None:
    assert set(_STATED) - {name for name, _timer in TIMERS} == set()


def test_each_rule_says_something() -> None:
    assert all(len(rule) > len("sent") for rule in _STATED.values())
