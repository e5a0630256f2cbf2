"""The file .env: read as the settings read it, changed line by line, never seen by others."""

import os
import re
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

from dotenv import dotenv_values
from dotenv.parser import Binding, parse_stream

_SAFE_BARE = re.compile(r"[\w.,:;@/+%()=!?–«»-]+(?: [\w.,:;@/+%()=!?–«»-]+)*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}


def values_of(text: str) -> dict[str, str]:
    """Each setting of the file, by its name in capitals."""
    found = dotenv_values(stream=StringIO(text))
    return {name.upper(): value for name, value in found.items() if value is not None}


def changed(text: str, settings: Mapping[str, str]) -> str:
    """The text with these settings; every other line and comment stays as it is."""
    bindings = list(parse_stream(StringIO(text)))
    last = {str(each.key).upper(): place for place, each in enumerate(bindings) if each.key}
    lines = [
        _replaced(each, settings[str(each.key).upper()])
        if each.key and each.key.upper() in settings and last[each.key.upper()] == place
        else each.original.string
        for place, each in enumerate(bindings)
    ]
    kept = "".join(lines)
    if kept and not kept.endswith("\n"):
        kept += "\n"
    new = [f"{name}={quoted(value)}\n" for name, value in settings.items() if name not in last]
    return kept + "".join(new)


def quoted(value: str) -> str:
    """The value as it must stand in the file to be read as it is."""
    if _SAFE_BARE.fullmatch(value) or not value:
        return value
    # ${…} would be filled in by whoever reads the file: a nameless one stands for its default.
    value = value.replace("${", "${:-$}{")
    return f'"{"".join(_ESCAPES.get(each, each) for each in value)}"'


def write(path: Path, text: str) -> None:
    """Put the text there whole or not at all. Nobody else can read it at any instant."""
    path = path.resolve()  # a link stays one
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _replaced(binding: Binding, value: str) -> str:
    original = binding.original.string
    before = original[: len(original) - len(original.lstrip())]
    after = original[len(original.rstrip()) :] or "\n"
    return f"{before}{binding.key}={quoted(value)}{_comment(original.rstrip(), binding)}{after}"


def _comment(line: str, binding: Binding) -> str:
    """The comment behind the value, if there is one."""
    found = re.search(r"\s#[^\r\n]*$", line)
    if found is None:
        return ""
    (bare,) = parse_stream(StringIO(line[: found.start()]))
    return f"  {found[0].strip()}" if bare.value == binding.value and not bare.error else ""
