"""Whether the model is used: read by the program, and by what needs no other setting."""

from typing import Literal

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

OnOrOff = Literal["on", "off"]


class TriageSettings(BaseSettings):
    """`TRIAGE_MODEL=off` leaves the word lists."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    triage_model: OnOrOff = "on"


def uses_model() -> bool:
    """ValueError with a sentence where the setting is neither."""
    try:
        return TriageSettings().triage_model == "on"
    except ValidationError:
        raise ValueError("TRIAGE_MODEL can't be used: it is on or off.") from None
