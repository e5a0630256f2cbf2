"""The recogniser that the loops share: word lists at once, the model as soon as it is loaded."""

from collections.abc import Callable

from bot.rules.triage.recognition import Recognition, Scores, recognise

Model = Callable[[str], Scores]


class Recogniser:
    """Says what a text is about. Nothing leaves the machine, and nothing is remembered."""

    def __init__(self, model: Model | None = None) -> None:
        self.model = model

    @property
    def is_slow(self) -> bool:
        """Whether asking takes so long that nobody may wait for the database meanwhile."""
        return self.model is not None

    def recognise(self, text: str) -> Recognition:
        model = self.model
        return recognise(text, model(text) if model is not None else None)
