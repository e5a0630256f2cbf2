"""What Telegram answers when it refuses, in its own words, all in one place."""

from collections.abc import Mapping
from enum import StrEnum


class Refusal(Exception):
    """An answer with `"ok": false`; the description carries its prefix, as Telegram sends it."""

    def __init__(
        self, code: int, description: str, *, parameters: Mapping[str, int] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = dict(parameters or {})

    def body(self) -> dict[str, object]:
        body: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return body | ({"parameters": self.parameters} if self.parameters else {})

    def headers(self) -> dict[str, str]:
        retry_after = self.parameters.get("retry_after")
        return {} if retry_after is None else {"Retry-After": str(retry_after)}


class NotCarriedOut(Refusal):
    """Telegram would do it; the simulator cannot, and says so instead of pretending."""

    def __init__(self, what: str) -> None:
        super().__init__(400, f"Bad Request: the simulator does not carry out {what}")


class Sentence(StrEnum):
    """What follows "Bad Request: ", with its first letter as tdlib/telegram-bot-api sends it."""

    CHAT_NOT_FOUND = "chat not found"
    CHAT_EMPTY = "chat_id is empty"
    TEXT_EMPTY = "message text is empty"
    TEXT_BLANK = "text must be non-empty"
    TEXT_TOO_LONG = "message is too long"
    TEXT_FAR_TOO_LONG = "text is too long"
    CAPTION_TOO_LONG = "message caption is too long"
    PARSE_MODE = "unsupported parse_mode"
    NOT_MODIFIED = (
        "message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )
    EDIT_MISSING = "message to edit not found"
    REPLY_MISSING = "message to be replied not found"
    DELETE_MISSING = "message to delete not found"
    NOT_EDITABLE = "message can't be edited"
    NO_TEXT_TO_EDIT = "there is no text in the message to edit"
    NO_CAPTION_TO_EDIT = "there is no caption in the message to edit"
    NOT_DELETABLE = "message can't be deleted"
    NOT_DELETABLE_FOR_EVERYONE = "message can't be deleted for everyone"
    TOO_MANY_MESSAGES = "too many message identifiers specified"
    NO_MESSAGES = "message identifiers are not specified"
    QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
    TOAST_TOO_LONG = "MESSAGE_TOO_LONG"
    BUTTON_WITHOUT_ACTION = (
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    )
    BUTTON_DATA = "BUTTON_DATA_INVALID"
    BUTTON_BLANK = "inline keyboard button text must be non-empty"
    KEYBOARD_BUTTON_BLANK = "keyboard button text must be non-empty"
    MARKUP_TOO_LONG = "reply markup is too long"
    COMMAND_EMPTY = "command must be non-empty"
    COMMAND_TOO_LONG = "command length must not exceed 32"
    COMMAND_DESCRIPTION_EMPTY = "command description must be non-empty"
    COMMAND_DESCRIPTION_TOO_LONG = "command description length must not exceed 256"
    COMMAND_INVALID = "BOT_COMMAND_INVALID"
    COMMANDS_TOO_MANY = "BOT_COMMANDS_TOO_MUCH"
    ACTION = "wrong parameter action in request"
    NO_PHOTO = "there is no photo in the request"
    NO_PROFILE_PHOTO = "photo isn't specified"
    NO_DOCUMENT = "there is no document in the request"
    WRONG_FILE = "wrong file identifier/HTTP URL specified"
    URL_UNREACHABLE = "failed to get HTTP URL content"
    NOT_AN_IMAGE = "IMAGE_PROCESS_FAILED"
    PHOTO_DIMENSIONS = "PHOTO_INVALID_DIMENSIONS"
    INVALID_FILE_ID = "invalid file_id"
    FILE_TOO_BIG = "file is too big"
    WEBHOOK_URL = "invalid webhook URL specified"
    WEBHOOK_NEEDS_HTTPS = "bad webhook: An HTTPS URL must be provided for webhook"
    WEBHOOK_PORT = "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
    WEBHOOK_TOKEN_TOO_LONG = "secret token is too long"  # noqa: S105 - a sentence
    WEBHOOK_TOKEN_CHARACTERS = "secret token contains unallowed characters"  # noqa: S105 - a sentence
    NO_USER = "user not found"
    LEAVING_PRIVATE = "chat member status can't be changed in private chats"


class Conflict(StrEnum):
    """Why a getUpdates call gets 409."""

    OTHER_POLLER = (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    WEBHOOK_ACTIVE = (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    WEBHOOK_SET = "Conflict: terminated by setWebhook request"


class Forbidden(StrEnum):
    """Why the bot may not write to a chat."""

    BLOCKED = "Forbidden: bot was blocked by the user"
    NEVER_STARTED = "Forbidden: bot can't initiate conversation with a user"
    DEACTIVATED = "Forbidden: user is deactivated"
    KICKED = "Forbidden: bot was kicked from the group chat"
    NOT_A_MEMBER = "Forbidden: bot is not a member of the group chat"


def bad_request(sentence: str) -> Refusal:
    return Refusal(400, f"Bad Request: {sentence}")


def cannot_parse_entities(sentence: str) -> Refusal:
    return bad_request(f"can't parse entities: {sentence}")


def conflict(reason: Conflict) -> Refusal:
    return Refusal(409, reason)


def forbidden(reason: Forbidden) -> Refusal:
    return Refusal(403, reason)


def too_many_requests(retry_after: int) -> Refusal:
    description = f"Too Many Requests: retry after {retry_after}"
    return Refusal(429, description, parameters={"retry_after": retry_after})


def upgraded(supergroup_id: int) -> Refusal:
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refusal(400, description, parameters={"migrate_to_chat_id": supergroup_id})


def not_found() -> Refusal:
    return Refusal(404, "Not Found")


def too_large() -> Refusal:
    return Refusal(413, "Request Entity Too Large")


def bad_gateway() -> Refusal:
    return Refusal(502, "Bad Gateway")


def unauthorized() -> Refusal:
    return Refusal(401, "Unauthorized")


def unknown_method() -> Refusal:
    return Refusal(404, "Not Found: method not found")


def server_error() -> Refusal:
    return Refusal(500, "Internal Server Error")
