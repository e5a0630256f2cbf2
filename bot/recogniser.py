"""The recogniser that the loops share: word lists at once, the model as soon as it is loaded."""

from collections.abc import Callable

import structlog

from bot.rules.triage.recognition import Recognition, Scores, recognise

log = structlog.get_logger()
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
        """A model that fails leaves what the word lists say: nobody must wait for it."""
        model = self.model
        if model is None:
            return recognise(text)
        try:
            return recognise(text, model(text))
        except Exception as error:  # noqa: BLE001  # whatever it raises, words find their way
            log.error("model failed", error=type(error).__name__)
            return recognise(text)
