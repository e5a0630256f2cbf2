"""What people of the simulated month do when they look at their telephone, by chance."""

import random

from bot.records import case_entries, cases, people
from bot.records.case_entries import CaseEntry
from bot.records.cases import Case, CaseState
from bot.simulator.chats import Access
from tests.practice import Practice, Someone

_SENTENCES = (
    "I don't feel heard",
    "We're not getting anywhere",
    "Something happened that wasn't OK",
)
_LISTENERS = ("practice manager", "senior psychologist")


def marker(number: int) -> str:
    """Words that stand in one concern and nowhere else."""
    return f"marker-{number:05}-words"


# --- clients


def raise_concern(someone: Someone, number: int, chance: random.Random) -> None:
    """From the menu to «Send», to somebody who may hear it."""
    someone.types("Something isn't right")
    if "Something else" in someone.labels:
        someone.taps("Something else")
    listeners = [label for label in someone.labels if label.endswith(_LISTENERS)]
    if not listeners:
        return
    someone.taps(chance.choice(listeners))
    known = [label for label in _SENTENCES if label in someone.labels]
    if known and chance.random() < 0.5:
        someone.taps(chance.choice(known))
    for part in range(chance.choice((1, 1, 2))):
        someone.types(f"{marker(number)} part {part}")
    someone.taps("That's all")
    _choose_again(someone, chance)
    if "Send without my name" in someone.labels and chance.random() < 0.2:
        someone.taps("Send without my name")
    sends = [label for label in someone.labels if label.startswith("Send") and "name" not in label]
    if sends and chance.random() < 0.95:
        someone.taps(chance.choice(sends))
        if chance.random() < 0.05:
            someone.taps("Take it back")


def _choose_again(someone: Someone, chance: random.Random) -> None:
    """A wrong-doing may be for somebody else to hear first."""
    others = [label for label in someone.labels if "Lindqvist" in label or "Berg" in label]
    if not any(label.startswith("Send") for label in someone.labels) and others:
        someone.taps(chance.choice(others))


def act_as_client(
    practice: Practice, someone: Someone, client_id: int, chance: random.Random
) -> None:
    """Answer what was asked about a case, add to it, or take it back."""
    with practice.look() as db:
        mine = [case.id for case in cases.of_client(db, client_id, practice.hand.now())]
    if not mine:
        return
    case_id, drawn = chance.choice(mine), chance.random()
    if drawn < 0.08:
        someone.presses_data(f"1:concern_status:withdraw:{case_id}")
    elif drawn < 0.25:
        someone.presses_data(f"1:concern_status:more:{case_id}")
        someone.types("thank you" if chance.random() < 0.3 else "one more thing")
        someone.types("/cancel")
    elif drawn < 0.5:
        someone.presses_data(f"1:concern_status:see:{case_id}")
        allow = [label for label in someone.labels if label.startswith("Let ")]
        if allow:
            someone.taps(chance.choice(allow))
    elif drawn < 0.6:
        someone.presses_data(f"1:concern_later:wait:{case_id}")


# --- staff


def act_as_staff(
    practice: Practice, someone: Someone, person_id: int, chance: random.Random
) -> None:
    """One look at the telephone: perhaps away or blocked, else something with each case there is."""
    if someone.account.chat.access is Access.BLOCKED:
        if chance.random() < 0.4:
            someone.account.unblocks_bot()
            someone.types("/start")
        return
    if chance.random() < 0.02:
        someone.account.blocks_bot()
        practice.settle()
        return
    _away_or_back(practice, someone, person_id, chance)
    with practice.look() as db:
        found = [case.id for case in cases.open_to(db, person_id)]
    for case_id in found:
        if chance.random() < 0.6:
            _do_something(practice, someone, person_id, case_id, chance)


def _away_or_back(
    practice: Practice, someone: Someone, person_id: int, chance: random.Random
) -> None:
    with practice.look() as db:
        is_away = people.get(db, person_id).is_away(practice.hand.now())
    if is_away and chance.random() < 0.15:
        someone.presses_data(f"1:away:back:{person_id}")
    elif not is_away and chance.random() < 0.04:
        someone.presses_data(f"1:away:ask:{person_id}")
        days = [label for label in someone.labels if label in ("Until tomorrow", "Until Monday")]
        if days:
            someone.taps(chance.choice(days))
            if "Yes, that's right" in someone.labels:
                someone.taps("Yes, that's right")


def _do_something(
    practice: Practice, someone: Someone, person_id: int, case_id: int, chance: random.Random
) -> None:
    case = _case(practice, case_id)
    someone.presses_data(f"1:cases:open:{case_id}")
    drawn = chance.random()
    if case.state is CaseState.WAITING:
        act = "take" if drawn < 0.6 else "later" if drawn < 0.8 else "away"
        someone.presses_data(f"1:taking:{act}:{case_id}")
    elif case.taken_by != person_id:
        return
    elif case.answered_at is None:
        if drawn < 0.7:
            _write(practice, someone, case_id)
        elif drawn < 0.8:
            someone.presses_data(f"1:taking:away:{case_id}")
    elif drawn < 0.5:
        someone.presses_data(f"1:case_closing:close_now:{case_id}:0")


def _write(practice: Practice, someone: Someone, case_id: int) -> None:
    someone.presses_data(f"1:case_answers:write:{case_id}")
    someone.types("Thank you for telling me.")
    entry = _entries(practice, case_id)[-1]
    if entry.sent_at is None:
        someone.presses_data(f"1:case_answers:send:{case_id}:{entry.id}")


def _case(practice: Practice, case_id: int) -> Case:
    with practice.look() as db:
        case = db.get(Case, case_id)
        assert case is not None
        return case


def _entries(practice: Practice, case_id: int) -> list[CaseEntry]:
    with practice.look() as db:
        case = db.get(Case, case_id)
        assert case is not None
        return list(case_entries.of_case(db, case))
