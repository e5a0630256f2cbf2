"""One Bot API call, from its raw parameters to its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.simulator import polling
from bot.simulator.faults import POLL, Fault, FaultKind
from bot.simulator.methods import METHODS, Method
from bot.simulator.parameters import Parameters, decode
from bot.simulator.refusals import (
    NotCarriedOut,
    Refusal,
    bad_gateway,
    bad_request,
    server_error,
    too_many_requests,
    unknown_method,
)
from bot.simulator.specification import Shape, specification
from bot.simulator.telegram import Call, Telegram

CARRIED_OUT_ALL_THE_SAME = frozenset({FaultKind.DROP_AFTER, FaultKind.SLOW})


@dataclass(frozen=True)
class Answer:
    """What goes back over the wire; `fault` says whether and how it gets there."""

    status: int
    body: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)
    fault: Fault | None = None


async def answer(telegram: Telegram, method: str, raw: Mapping[str, Any]) -> Answer:
    """Check, carry out and record one call."""
    shape = specification().method(method)
    if shape is None:
        telegram.violations.append(f"{method}: there is no such method")
        return _refused(telegram, method, dict(raw), unknown_method())
    decoded = decode(specification(), shape, raw)
    params = dict(decoded.parameters.values)
    fault = _fault(telegram, shape, params)
    if fault is not None and fault.kind not in CARRIED_OUT_ALL_THE_SAME:
        return _troubled(telegram, shape.name, params, fault)
    try:
        if decoded.problems:
            telegram.violations += decoded.problems
            raise bad_request(decoded.problems[0])
        result = await _carry_out(telegram, shape, decoded.parameters)
    except Refusal as refusal:
        if telegram.faults.down:
            fault = Fault(kind=FaultKind.BAD_GATEWAY)
        return _refused(telegram, shape.name, params, refusal, fault)
    kind = fault.kind if fault is not None else None
    telegram.record(
        Call(
            method=shape.name, params=params, at=telegram.now(), ok=True, result=result, fault=kind
        )
    )
    return Answer(200, {"ok": True, "result": result}, fault=fault)


def _fault(telegram: Telegram, shape: Shape, params: Mapping[str, Any]) -> Fault | None:
    if telegram.faults.down:
        return Fault(kind=FaultKind.BAD_GATEWAY)
    return telegram.faults.take(shape.name, params.get("chat_id"))


async def _carry_out(telegram: Telegram, shape: Shape, parameters: Parameters) -> Any:
    try:
        if shape.name == POLL:
            return await polling.get_updates(telegram, parameters)
        return _method(shape, parameters).carry_out(telegram, parameters)
    except NotCarriedOut as refusal:
        telegram.violations.append(f"{shape.name}: {refusal.description}")
        raise


def _method(shape: Shape, parameters: Parameters) -> Method:
    method = METHODS.get(shape.name)
    if method is None:
        raise NotCarriedOut(shape.name)
    not_understood = sorted(set(parameters.values) - method.understands)
    if not_understood:
        raise NotCarriedOut(f"{not_understood[0]} of {shape.name}")
    return method


def _troubled(telegram: Telegram, method: str, params: dict[str, Any], fault: Fault) -> Answer:
    match fault.kind:
        case FaultKind.TOO_MANY_REQUESTS:
            return _refused(telegram, method, params, too_many_requests(fault.retry_after), fault)
        case FaultKind.SERVER_ERROR:
            return _refused(telegram, method, params, server_error(), fault)
        case FaultKind.BAD_GATEWAY:
            return _refused(telegram, method, params, bad_gateway(), fault)
        case FaultKind.DROP_BEFORE:
            lost = Refusal(0, "the connection was lost before the call was carried out")
            return _refused(telegram, method, params, lost, fault)
        case FaultKind.DROP_AFTER | FaultKind.SLOW:
            raise AssertionError(f"{fault.kind} does not keep a call from being carried out")


def _refused(
    telegram: Telegram,
    method: str,
    params: dict[str, Any],
    refusal: Refusal,
    fault: Fault | None = None,
) -> Answer:
    telegram.record(
        Call(
            method=method,
            params=params,
            at=telegram.now(),
            ok=False,
            error_code=refusal.code,
            description=refusal.description,
            fault=fault.kind if fault is not None else None,
        )
    )
    return Answer(refusal.code, refusal.body(), refusal.headers(), fault)
