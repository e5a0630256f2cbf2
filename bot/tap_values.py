"""The values in a button's data, as whoever handles the tap declares them."""

import inspect
import re
from collections.abc import Callable, Sequence
from functools import cache

_LARGEST_ID = 2**31 - 1  # our ids are INTEGER columns; a larger number is nobody's row


@cache
def _kinds(handler: Callable[..., None]) -> tuple[type, ...]:
    """The types of a tap's arguments after the turn: int or str."""
    return tuple(
        int if each.annotation is int else str
        for each in list(inspect.signature(handler).parameters.values())[1:]
    )


def fitting(handler: Callable[..., None], arguments: Sequence[str]) -> list[int | str] | None:
    """The arguments as the handler declares them; None if they don't fit (hostile or old)."""
    kinds = _kinds(handler)
    if len(kinds) != len(arguments):
        return None
    values: list[int | str] = []
    for kind, argument in zip(kinds, arguments, strict=True):
        is_number = re.fullmatch(r"[0-9]{1,19}", argument) and int(argument) <= _LARGEST_ID
        if kind is int and not is_number:
            return None
        values.append(int(argument) if kind is int else argument)
    return values
