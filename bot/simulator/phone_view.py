"""What a web page must know of people's telephones, and of that only what is new."""

import re
from dataclasses import dataclass, field

from bot.simulator import files
from bot.simulator.bubbles import Bubble, Json, Media
from bot.simulator.person import START_CODE, Person
from bot.simulator.telegram import Telegram

START = re.compile(rf"/start {START_CODE.pattern}")

# What is on the page of one bubble: its revision, and how far an own one has come.
Shown = tuple[int, str | None]


@dataclass
class _Seen:
    """What was told of one telephone."""

    toasts: int
    standing: Json | None = None
    bubbles: dict[int, Shown] = field(default_factory=dict)


class PhonesView:
    """One page's look at all telephones.

    Look again when the bell of `telegram.change` rings, and after a second in any case: that the
    bot stops typing, and that a button stops spinning unanswered, comes with time alone.
    """

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._seen: dict[int, _Seen] | None = None

    def changes(self) -> list[Json]:
        """An entry for each person of whom anything is new since the last call."""
        people = self._telegram.people
        if self._seen is None:
            # Toasts pop up and are gone: who looks later does not see the old ones.
            self._seen = {each.id: _Seen(toasts=len(each.toasts)) for each in people}
        delivery = _Delivery(self._telegram)
        entries = []
        for person in people:
            seen = self._seen.setdefault(person.id, _Seen(toasts=0))
            if entry := self._news(person, seen, delivery):
                entries.append(entry)
        return entries

    def _news(self, person: Person, seen: _Seen, delivery: "_Delivery") -> Json | None:
        bubbles = person.screen
        now = {each.message_id: (each.revision, delivery.of(each)) for each in bubbles}
        changed = [
            each for each in bubbles if seen.bubbles.get(each.message_id) != now[each.message_id]
        ]
        gone = sorted(seen.bubbles.keys() - now.keys())
        toasts = person.toasts[seen.toasts :]
        standing = self._standing(person)
        if not changed and not gone and not toasts and standing == seen.standing:
            return None
        seen.bubbles, seen.standing, seen.toasts = now, standing, len(person.toasts)
        return standing | {
            "bubbles": [_bubble(each, delivery.of(each)) for each in changed],
            "gone": gone,
            "toasts": [{"text": each.text, "alert": each.alert} for each in toasts],
        }

    def _standing(self, person: Person) -> Json:
        """What is told whole each time."""
        language = person.account.language or ""
        profile = self._telegram.profile
        line = person.lock_screen
        return {
            "id": person.id,
            "name": person.name,
            "access": person.chat.access.name.lower(),
            "keyboard": person.keyboard_rows,
            "placeholder": (person.chat.keyboard or {}).get("input_field_placeholder"),
            "commands": profile.commands_in(person.id, language),
            "bot": {
                "name": profile.name_in(language),
                "description": profile.description_in(language),
            },
            "typing": person.chat.bot_is_typing,
            "lock_screen": None
            if line is None
            else {
                "text": line.text,
                "silent": line.bubble.silent,
                "more": line.more,
            },
            "spinning": [
                {"message_id": each.bubble.message_id, "label": each.label}
                for each in person.spinning
            ],
        }


class _Delivery:
    """How far people's own messages have come."""

    def __init__(self, telegram: Telegram) -> None:
        never_taken = telegram.exchange.updates.never_taken("message")
        self._never_taken = {update.body["message_id"] for update in never_taken}
        self._not_taken = "waiting" if telegram.faults.down else "sent"

    def of(self, bubble: Bubble) -> str | None:
        if bubble.by_bot:
            return None
        return self._not_taken if bubble.message_id in self._never_taken else "taken"


def _bubble(bubble: Bubble, delivery: str | None) -> Json:
    return {
        "message_id": bubble.message_id,
        "mine": not bubble.by_bot,
        "date": bubble.date,
        "text": _text(bubble),
        "entities": list(bubble.entities),
        "media": None if bubble.media is None else _media(bubble.media),
        "buttons": [
            [{"label": each.label, "can_be_pressed": each.can_be_pressed} for each in row]
            for row in bubble.buttons
        ],
        "reply_to": bubble.reply_to,
        "edited": bubble.edited,
        "silent": bubble.silent,
        "protected": bubble.protected,
        "revision": bubble.revision,
        "delivery": delivery,
    }


def _text(bubble: Bubble) -> str:
    """Who opens a bot by a link doesn't see its code (tdlib, send_bot_start_message)."""
    return "/start" if not bubble.by_bot and START.fullmatch(bubble.text) else bubble.text


def _media(media: Media) -> Json:
    """A sticker is named by its emoji, a contact by name and number; neither has a picture here."""
    shape = media.shape[-1] if isinstance(media.shape, list) else media.shape
    details = shape if isinstance(shape, dict) else {}
    file = media.file if media.kind != "sticker" else None
    return {
        "kind": media.kind,
        "url": None if file is None else files.url_of(file),
        "name": _name(media.kind, details) if file is None else file.name,
        "size": None if file is None else len(file.data),
        "width": details.get("width"),
        "height": details.get("height"),
    }


def _name(kind: str, details: Json) -> str | None:
    if kind == "contact":
        return f"{details['first_name']}, {details['phone_number']}"
    return details.get("emoji")
