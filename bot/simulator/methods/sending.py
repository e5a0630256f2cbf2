"""sendMessage, sendPhoto, sendDocument, sendChatAction."""

from dataclasses import dataclass, replace

from bot.simulator import files
from bot.simulator.bubbles import Json, Media, StoredFile
from bot.simulator.chats import Chat
from bot.simulator.methods.formatting import Formatted, caption, check_length, message_text
from bot.simulator.methods.markup import check_at_server, reply_markup
from bot.simulator.parameters import Parameters
from bot.simulator.refusals import Sentence, bad_request, forbidden, upgraded
from bot.simulator.specification import Upload
from bot.simulator.telegram import Telegram

LARGEST_PHOTO = 10 * 1024 * 1024
LONGEST_SIDES = 10_000
FLATTEST_PHOTO = 20
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


@dataclass(frozen=True)
class Content:
    formatted: Formatted
    media: Media | None = None


def send_message(telegram: Telegram, parameters: Parameters) -> Json:
    formatted = message_text(parameters)
    return _send(telegram, parameters, Content(formatted))


def send_photo(telegram: Telegram, parameters: Parameters) -> Json:
    formatted = caption(parameters)
    file = _file(telegram, parameters, "photo", Sentence.NO_PHOTO)
    _check_photo(file)
    photo = replace(files.photo(file), covered=parameters.flag("has_spoiler"))
    return _send(telegram, parameters, Content(formatted, photo))


def send_document(telegram: Telegram, parameters: Parameters) -> Json:
    formatted = caption(parameters)
    file = _file(telegram, parameters, "document", Sentence.NO_DOCUMENT)
    return _send(telegram, parameters, Content(formatted, files.document(file)))


def send_chat_action(telegram: Telegram, parameters: Parameters) -> bool:
    if parameters.text("action") not in ACTIONS:
        raise bad_request(Sentence.ACTION)
    chat = telegram.chat(parameters.get("chat_id"))
    check_access(chat)
    chat.show_chat_action()
    return True


def check_access(chat: Chat) -> None:
    if chat.migrated_to is not None:
        raise upgraded(chat.migrated_to)
    if chat.access.value is not None:
        raise forbidden(chat.access.value)


def _send(telegram: Telegram, parameters: Parameters, content: Content) -> Json:
    markup = reply_markup(parameters)
    chat = telegram.chat(parameters.get("chat_id"))
    reply_to = _reply_to(chat, parameters)
    check_length(content.formatted, is_caption=content.media is not None)
    _keep_pace(telegram, chat, paid=parameters.flag("allow_paid_broadcast"))
    check_access(chat)
    check_at_server(markup)
    is_inline = markup is not None and "inline_keyboard" in markup
    bubble = chat.post(
        telegram.bot,
        content.formatted.text,
        entities=content.formatted.entities,
        media=content.media,
        markup=markup if is_inline else None,
        frozen_by_keyboard=markup is not None and not is_inline,
        reply_to=reply_to,
        silent=parameters.flag("disable_notification"),
        protected=parameters.flag("protect_content"),
    )
    chat.set_keyboard(markup)
    return chat.message(bubble)


def _keep_pace(telegram: Telegram, chat: Chat, *, paid: bool) -> None:
    if telegram.enforce_pace:
        refusal = telegram.pace.refusal(chat.id, is_group=not chat.is_private, paid=paid)
        if refusal is not None:
            raise refusal


def _reply_to(chat: Chat, parameters: Parameters) -> int | None:
    reply: Json = parameters.get("reply_parameters") or {}
    message_id: int | None = reply.get("message_id")
    if message_id is None or message_id in chat.bubbles:
        return message_id
    if reply.get("allow_sending_without_reply"):
        return None
    raise bad_request(Sentence.REPLY_MISSING)


def _file(telegram: Telegram, parameters: Parameters, kind: str, missing: Sentence) -> StoredFile:
    given = parameters.file(kind)
    if isinstance(given, Upload):
        return telegram.exchange.files.keep(
            kind, given.data, name=given.file_name, mime_type=given.mime_type
        )
    if not given:
        raise bad_request(missing)
    if given.startswith(("http://", "https://")):
        raise bad_request(Sentence.URL_UNREACHABLE)
    known = telegram.exchange.files.by_id(given)
    if known is None:
        raise bad_request(Sentence.WRONG_FILE)
    return known


def _check_photo(file: StoredFile) -> None:
    if len(file.data) > LARGEST_PHOTO:
        raise bad_request(
            f"file of size {len(file.data)} bytes is too big for a photo; "
            f"the maximum size is {LARGEST_PHOTO} bytes"
        )
    size = files.picture_size(file.data)
    if size is None:
        raise bad_request(Sentence.NOT_AN_IMAGE)
    if sum(size) > LONGEST_SIDES or max(size) > FLATTEST_PHOTO * min(size):
        raise bad_request(Sentence.PHOTO_DIMENSIONS)
