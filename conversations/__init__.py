"""What people read and tap: the conversations, in routing order."""

from bot.router import Fallbacks
from conversations import (
    concern,
    danger,
    free_text,
    invitation,
    menu,
    other_time,
    privacy,
    sessions,
    welcome,
)
from conversations.staff import clients, danger_alerts, schedule

ALL = (
    danger.CONVERSATION,
    invitation.CONVERSATION,
    welcome.CONVERSATION,
    menu.CONVERSATION,
    sessions.CONVERSATION,
    other_time.CONVERSATION,
    concern.CONVERSATION,
    free_text.CONVERSATION,
    privacy.CONVERSATION,
    danger_alerts.CONVERSATION,
    schedule.CONVERSATION,
    clients.CONVERSATION,
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
