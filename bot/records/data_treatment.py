"""The words in which bot/records/data_map.py says what happens to a table and its columns."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta


class Export(enum.Enum):
    """Whether a column is in the copy of their data that a person gets, and if not, why not."""

    YES = "yes; another person's id is written as their name"
    ELSEWHERE = "no: the copy says it already, from another column"
    ID = "no: a number that means something in this database alone"
    WORKINGS = "no: how the program does its work"
    OTHERS = "no: it is about somebody else"
    SEAL = "no: it serves to seal, to look up or to open something"


class Erase(enum.Enum):
    """What is left of a client's row after they were erased."""

    GOES = "the row is deleted with the person"
    STAYS = "the row stays: ids, states and times, nobody's words"


class Kept(enum.Enum):
    """How long a row stays where no span of time is named."""

    WITH_PERSON = "until the person is erased"
    FOR_EVER = "for ever: audit"
    WITH_PRACTICE = "as long as the practice: the words are its own, and about nobody"


@dataclass(frozen=True)
class Table:
    """One table. `found_by` names the columns by which a person's rows are found.

    `kept` counts from the instant at which nothing is left to be done with a row.
    """

    found_by: tuple[str, ...]  # none: nobody's rows
    export: Mapping[Export, str]  # column names, separated by spaces
    erase: Erase = Erase.GOES
    kept: Kept | timedelta = Kept.WITH_PERSON
