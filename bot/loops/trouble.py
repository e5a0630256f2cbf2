"""What is wrong with how updates come, said once it has lasted."""

from collections.abc import Callable

_SHOWN_AFTER_SECONDS = 60.0


class Trouble:
    """A trouble of a moment is nobody's business; one that lasts a minute is shown by /health."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._since: float | None = None
        self._words = ""

    def goes_on(self, words: str) -> None:
        """It is there, whether it begins or has been there for long."""
        self._since = self._monotonic() if self._since is None else self._since
        self._words = words

    def is_over(self) -> None:
        self._since = None

    @property
    def lasting(self) -> str | None:
        """Its words if it has lasted for more than a minute."""
        if self._since is None or self._monotonic() - self._since <= _SHOWN_AFTER_SECONDS:
            return None
        return self._words
