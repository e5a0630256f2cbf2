"""What people read and tap: the conversations, in routing order."""

from bot.router import Fallbacks
from conversations import (
    concern,
    danger,
    free_text,
    homework,
    homework_sharing,
    invitation,
    menu,
    note_hour,
    other_time,
    privacy,
    sessions,
    struggle,
    welcome,
)
from conversations.staff import assignments, clients, danger_alerts, homework_notes, schedule

ALL = (
    danger.CONVERSATION,
    invitation.CONVERSATION,
    welcome.CONVERSATION,
    menu.CONVERSATION,
    sessions.CONVERSATION,
    other_time.CONVERSATION,
    homework.CONVERSATION,
    struggle.CONVERSATION,
    homework_sharing.CONVERSATION,
    concern.CONVERSATION,
    privacy.CONVERSATION,
    note_hour.CONVERSATION,
    danger_alerts.CONVERSATION,
    schedule.CONVERSATION,
    assignments.CONVERSATION,
    homework_notes.CONVERSATION,
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
