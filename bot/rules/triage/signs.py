"""What the word lists of topics are made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Signs:
    """Words of one label in one language. To add a way of saying, write it as a line of one of these.

    `certain` say it by themselves; `unless_somebody_else` say it where nobody but the psychologist is spoken
    of; `about_therapy` only where sessions or the psychologist are named as well.
    """

    certain: tuple[str, ...] = ()
    unless_somebody_else: tuple[str, ...] = ()
    about_therapy: tuple[str, ...] = ()
    counts_denied: bool = False  # «I didn't do my homework» is about homework all the same

    def __add__(self, other: "Signs") -> "Signs":
        return Signs(
            self.certain + other.certain,
            self.unless_somebody_else + other.unless_somebody_else,
            self.about_therapy + other.about_therapy,
            self.counts_denied,
        )


@dataclass(frozen=True)
class People:
    """How one language names the psychologist, everybody else, the sessions, and how it says no."""

    psychologist: tuple[str, ...]
    somebody_else: tuple[str, ...]
    therapy: tuple[str, ...]
    denies: tuple[str, ...]  # right before the words


@dataclass(frozen=True)
class Around:
    """What takes words of danger back in one language, each as alternatives of a regular expression."""

    no: str
    passed_over: str  # small words between the «not» and what it denies
    long_ago: str
    still: str
    past_form: str
    another: str
    oneself: str
    figure: str  # a way of speaking, anywhere in the sentence
