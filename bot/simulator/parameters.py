"""The parameters of a call: decoded from text, held against the specification."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.specification import PLAIN, Shape, Specification, Upload

YES = frozenset({"true", "yes", "1"})
NO = frozenset({"false", "no", "0"})


@dataclass(frozen=True)
class Parameters:
    """`values` are as the specification has them; `uploads` those files that an attach:// names."""

    values: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def get(self, name: str) -> Any:
        return self.values.get(name)

    def text(self, name: str) -> str:
        value = self.values.get(name, "")
        assert isinstance(value, str)
        return value

    def number(self, name: str, *, otherwise: int) -> int:
        value = self.values.get(name, otherwise)
        assert isinstance(value, int)
        return value

    def flag(self, name: str) -> bool:
        return self.values.get(name) is True

    def file(self, name: str) -> Upload | str | None:
        """The upload itself, or the file_id or address that stands for a file."""
        value: Upload | str | None = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"))
        return value


@dataclass(frozen=True)
class Decoded:
    parameters: Parameters
    problems: tuple[str, ...]


def decode(specification: Specification, shape: Shape, raw: Mapping[str, Any]) -> Decoded:
    """`raw` has strings from forms, JSON values from a JSON body, and Uploads."""
    attached = {name: each for name, each in raw.items() if _is_attached(name, each, raw)}
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in raw.items():
        if name in attached:
            continue
        types = shape.fields[name].types if name in shape.fields else ("String",)
        if value == "" and "String" not in types:
            continue
        try:
            values[name] = _decode_text(types, value) if isinstance(value, str) else value
        except ValueError:
            problems.append(f"{name} must be {' or '.join(types)}")
    unreadable = {problem.split(" ")[0] for problem in problems}
    found = specification.field_problems(shape, values, "")
    problems += [each for each in found if each.split(" ")[0] not in unreadable]
    sentences = tuple(f"{shape.name}: {problem}" for problem in problems)
    return Decoded(Parameters(values, attached), sentences)


def _is_attached(name: str, value: object, raw: Mapping[str, Any]) -> bool:
    reference = f"attach://{name}"
    return isinstance(value, Upload) and any(reference in str(each) for each in raw.values())


def _decode_text(types: tuple[str, ...], text: str) -> Any:
    """Raise ValueError if `text` cannot be any of `types`."""
    if "Integer" in types and text.removeprefix("-").isdecimal():
        return int(text)
    if "String" in types or "InputFile" in types:
        return text
    if types == ("Boolean",):
        return _decode_boolean(text.lower())
    if types == ("Float",):
        return float(text)
    if all(each in PLAIN for each in types):
        raise ValueError(text)
    return json.loads(text)


def _decode_boolean(text: str) -> bool:
    if text not in YES | NO:
        raise ValueError(text)
    return text in YES
