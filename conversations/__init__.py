"""What people read and tap: the conversations, in routing order."""

from bot.router import Fallbacks
from conversations import (
    case_talk,
    check_in,
    concern,
    concern_call,
    concern_later,
    concern_preview,
    concern_status,
    danger,
    free_text,
    invitation,
    menu,
    other_time,
    privacy,
    sessions,
    welcome,
)
from conversations.commands import show_all_commands
from conversations.staff import (
    case_answers,
    case_closing,
    case_times,
    cases,
    clients,
    danger_alerts,
    schedule,
    taking,
)

__all__ = ["ALL", "FALLBACKS", "show_all_commands"]

ALL = (
    danger.CONVERSATION,
    invitation.CONVERSATION,
    welcome.CONVERSATION,
    menu.CONVERSATION,
    sessions.CONVERSATION,
    other_time.CONVERSATION,
    check_in.CONVERSATION,
    concern.CONVERSATION,
    concern_call.CONVERSATION,
    concern_preview.CONVERSATION,
    concern_status.CONVERSATION,
    concern_later.CONVERSATION,
    case_talk.CONVERSATION,
    privacy.CONVERSATION,
    danger_alerts.CONVERSATION,
    schedule.CONVERSATION,
    clients.CONVERSATION,
    cases.CONVERSATION,
    taking.CONVERSATION,
    case_answers.CONVERSATION,
    case_times.CONVERSATION,
    case_closing.CONVERSATION,
)
FALLBACKS = Fallbacks(
    danger=danger.danger_written,
    help_lines=danger.show_help_lines,
    stranger=invitation.stranger,
    free_text=free_text.received,
    unreadable=free_text.unreadable,
    old_button=free_text.old_button,
    unknown_command=free_text.unknown_command,
    unreachable=clients.blocked,
)
