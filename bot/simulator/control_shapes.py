"""How the control endpoints write bubbles, calls and faults as JSON."""

from bot.simulator.bubbles import Bubble, Json
from bot.simulator.faults import Fault
from bot.simulator.specification import Upload
from bot.simulator.telegram import Call


def bubble_shape(bubble: Bubble) -> Json:
    return {
        "message_id": bubble.message_id,
        "from": bubble.sender.name,
        "by_bot": bubble.by_bot,
        "date": bubble.date,
        "text": bubble.text,
        "media": bubble.media.kind if bubble.media is not None else None,
        "buttons": [
            [{"label": each.label, "data": each.data, "url": each.url} for each in row]
            for row in bubble.buttons
        ],
        "reply_to": bubble.reply_to,
        "edited": bubble.edited,
        "silent": bubble.silent,
        "protected": bubble.protected,
        "revision": bubble.revision,
    }


def call_shape(call: Call) -> Json:
    return {
        "method": call.method,
        "params": {name: _param(value) for name, value in call.params.items()},
        "at": call.at.isoformat(),
        "ok": call.ok,
        "error_code": call.error_code,
        "description": call.description,
        "result": call.result,
        "fault": call.fault,
    }


def _param(value: object) -> object:
    return repr(value) if isinstance(value, Upload) else value


def fault_shape(fault: Fault) -> Json:
    return {
        "kind": fault.kind,
        "times": fault.times,
        "method": fault.method,
        "chat_id": fault.chat_id,
        "retry_after": fault.retry_after,
        "seconds": fault.seconds,
    }
