"""The practice's own questions for check-ins: a file that CHECK_IN_QUESTIONS names."""

from pathlib import Path

from bot.rules.questionnaire import OUR_OWN, Questionnaire, parse_questionnaire

_LARGEST = 64 * 1024  # bytes: hundreds of times what five questions need


def read_questionnaire(path: str) -> Questionnaire:
    """The questions in this file (TOML, UTF-8); our own where no file is named.

    ValueError with a sentence that says what to change.
    """
    if not path.strip():
        return OUR_OWN
    file = Path(path.strip())
    try:
        if not file.is_file():
            raise ValueError(f"there is no file {file}")
        if file.stat().st_size > _LARGEST:
            raise ValueError(f"{file} is too large for {_LARGEST // 1024} kB")
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{file} isn't plain text: save it as UTF-8") from None
    except OSError as error:
        raise ValueError(f"{file} can't be read ({type(error).__name__})") from None
    try:
        return parse_questionnaire(text)
    except ValueError as error:
        raise ValueError(f"in {file} {error}") from None
