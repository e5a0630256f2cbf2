"""The Bot API as Telegram publishes it: which methods there are, and what fits a type."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

FILE = "api-10.0.json"
ARRAY = "Array of "
# The published types list InputFile as an object without fields; it is the file itself.
PLAIN = frozenset({"String", "Integer", "Float", "Boolean", "InputFile"})
KIND_FIELDS = frozenset({"type", "status", "source"})
KIND_VALUE = re.compile(r"(?:must be|always) [“\"*]?([a-z_0-9]+)")


@dataclass(frozen=True)
class Upload:
    """A file that came with a call."""

    file_name: str
    mime_type: str
    data: bytes

    def __repr__(self) -> str:
        return f"Upload({self.file_name!r}, {self.mime_type!r}, {len(self.data)} bytes)"


@dataclass(frozen=True)
class Field:
    name: str
    types: tuple[str, ...]
    required: bool
    fixed: str | None


@dataclass(frozen=True)
class Shape:
    """A method's parameters, or an object type's fields."""

    name: str
    fields: Mapping[str, Field]
    subtypes: tuple[str, ...] = ()


class Specification:
    def __init__(self, methods: Mapping[str, Shape], types: Mapping[str, Shape]) -> None:
        self._methods = methods
        self._types = types

    def method(self, name: str) -> Shape | None:
        """Telegram does not care about capitals in the names of methods."""
        return self._methods.get(name.lower())

    def problems(self, types: Sequence[str], value: object, where: str) -> list[str]:
        """What keeps `value` from being one of `types`, in sentences; empty if it is one."""
        found = [self._problems_of_one(each, value, where) for each in types]
        return min(found, key=len)

    def _problems_of_one(self, type_name: str, value: object, where: str) -> list[str]:
        if type_name.startswith(ARRAY):
            return self._problems_of_array(type_name.removeprefix(ARRAY), value, where)
        if type_name in self._types and type_name not in PLAIN:
            return self._problems_of_object(self._types[type_name], value, where)
        return [] if _is_plain(type_name, value) else [f"{where} must be {type_name}"]

    def _problems_of_array(self, type_name: str, value: object, where: str) -> list[str]:
        if not isinstance(value, list):
            return [f"{where} must be Array of {type_name}"]
        return [
            problem
            for place, each in enumerate(value)
            for problem in self._problems_of_one(type_name, each, f"{where}[{place}]")
        ]

    def _problems_of_object(self, shape: Shape, value: object, where: str) -> list[str]:
        if shape.name == "KeyboardButton" and isinstance(value, str):
            return []
        if not isinstance(value, dict):
            return [f"{where} must be {shape.name}"]
        if shape.subtypes:
            return self.problems(self._likely_subtypes(shape, value), value, where)
        return self.field_problems(shape, value, f"{where}.")

    def field_problems(self, shape: Shape, values: Mapping[str, Any], where: str) -> list[str]:
        """The same for all fields of an object, or all parameters of a method."""
        problems = [f"{where}{name} does not exist" for name in values if name not in shape.fields]
        for field in shape.fields.values():
            if field.name in values:
                value = values[field.name]
                problems += self.problems(field.types, value, f"{where}{field.name}")
                if field.fixed is not None and value != field.fixed:
                    problems.append(f"{where}{field.name} must be {field.fixed}")
            elif field.required:
                problems.append(f"{where}{field.name} is required")
        return problems

    def _likely_subtypes(self, shape: Shape, value: Mapping[str, Any]) -> Sequence[str]:
        """Those whose fixed field fits, so that the sentence speaks of the right one."""
        likely = [
            name
            for name in shape.subtypes
            if all(
                field.fixed in (None, value.get(field.name))
                for field in self._types[name].fields.values()
            )
        ]
        return likely or shape.subtypes


def _is_plain(type_name: str, value: object) -> bool:
    match type_name:
        case "String":
            return isinstance(value, str)
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "Float":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "Boolean":
            return isinstance(value, bool)
        case "InputFile":
            return isinstance(value, Upload) or (
                isinstance(value, str) and value.startswith("attach://")
            )
        case _:
            raise AssertionError(f"the specification has an unknown type {type_name}")


@cache
def specification() -> Specification:
    api = json.loads(files("bot.simulator").joinpath(FILE).read_text(encoding="utf-8"))
    methods = {name.lower(): _shape(each) for name, each in api["methods"].items()}
    return Specification(methods, {name: _shape(each) for name, each in api["types"].items()})


def _shape(entry: Mapping[str, Any]) -> Shape:
    fields = {each["name"]: _field(each) for each in entry.get("fields", [])}
    return Shape(entry["name"], fields, tuple(entry.get("subtypes", [])))


def _field(entry: Mapping[str, Any]) -> Field:
    fixed = KIND_VALUE.search(entry["description"]) if entry["name"] in KIND_FIELDS else None
    return Field(
        name=entry["name"],
        types=tuple(entry["types"]),
        required=entry["required"],
        fixed=fixed.group(1) if fixed is not None else None,
    )
