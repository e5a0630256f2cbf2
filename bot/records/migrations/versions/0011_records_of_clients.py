"""What the practice keeps of clients and their times; homework agreed to apart from reminders; files to fetch."""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0011"
down_revision = "0010"

_PURPOSES = ("reminders", "check-ins")
_KINDS = ("message", "edit", "delete", "tap answer", "leave", "commands")
# Until now a yes to reminders was one to homework as well, as the welcome said.
_AGREED_TO_HOMEWORK = """
    INSERT INTO consent (person_id, purpose, text_version, given_at)
    SELECT person_id, 'homework', text_version, given_at FROM consent
    WHERE purpose = 'reminders' AND withdrawn_at IS NULL
"""


def upgrade() -> None:
    with op.batch_alter_table("homework", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("file_sealed", sa.LargeBinary(), nullable=True))

    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("phone_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("safe_contact_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("quiet_hours", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("away_until", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("left_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("hand_on_at", UtcDateTime(), nullable=True))
        batch_op.create_index(batch_op.f("ix_person_hand_on_at"), ["hand_on_at"])

    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("uid_hash", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("moved_from", UtcDateTime(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "attendance",
                sa.Enum(
                    "untold",
                    "came",
                    "missed",
                    "moved",
                    name="attendance",
                    native_enum=False,
                    create_constraint=True,
                    length=32,
                ),
                server_default="untold",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("notice_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("ask_attendance_at", UtcDateTime(), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_therapy_session_ask_attendance_at"), ["ask_attendance_at"]
        )
        batch_op.create_index(batch_op.f("ix_therapy_session_notice_at"), ["notice_at"])
        batch_op.create_index(batch_op.f("ix_therapy_session_uid_hash"), ["uid_hash"])
    _ask_about_sessions_ahead()
    _allow("consent", "purpose", *_PURPOSES, "homework")
    op.execute(_AGREED_TO_HOMEWORK)
    _allow("outbox", "kind", *_KINDS, "fetch")


def _ask_about_sessions_ahead() -> None:
    """Those whose check-in is still to come; of what is over nobody is asked."""
    names = ("id", "minutes")
    instants = ("starts_at", "check_in_at", "ask_attendance_at")
    sessions = sa.table(
        "therapy_session",
        *(sa.column(name, sa.Integer()) for name in names),
        *(sa.column(name, UtcDateTime()) for name in instants),
    )
    connection = op.get_bind()
    chosen = sa.select(sessions.c.id, sessions.c.starts_at, sessions.c.minutes)
    for row in connection.execute(chosen.where(sessions.c.check_in_at.is_not(None))).all():
        ends_at = row.starts_at + timedelta(minutes=row.minutes)
        connection.execute(
            sa.update(sessions).where(sessions.c.id == row.id).values(ask_attendance_at=ends_at)
        )


def downgrade() -> None:
    op.execute("DELETE FROM consent WHERE purpose = 'homework'")
    _allow("consent", "purpose", *_PURPOSES)
    op.execute("DELETE FROM outbox WHERE kind = 'fetch'")
    _allow("outbox", "kind", *_KINDS)
    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_index(batch_op.f("ix_therapy_session_uid_hash"))
        batch_op.drop_index(batch_op.f("ix_therapy_session_notice_at"))
        batch_op.drop_index(batch_op.f("ix_therapy_session_ask_attendance_at"))
        batch_op.drop_column("ask_attendance_at")
        batch_op.drop_column("notice_at")
        batch_op.drop_constraint(op.f("ck_therapy_session_attendance"), type_="check")
        batch_op.drop_column("attendance")
        batch_op.drop_column("moved_from")
        batch_op.drop_column("uid_hash")

    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_hand_on_at"))
        batch_op.drop_column("hand_on_at")
        batch_op.drop_column("left_at")
        batch_op.drop_column("away_until")
        batch_op.drop_column("quiet_hours")
        batch_op.drop_column("safe_contact_sealed")
        batch_op.drop_column("phone_sealed")

    with op.batch_alter_table("homework", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("file_sealed")


def _allow(table: str, column: str, *values: str) -> None:
    name = op.f({"consent": "ck_consent_purpose", "outbox": "ck_outbox_outboxkind"}[table])
    with op.batch_alter_table(table, table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_constraint(name, type_="check")
        batch_op.create_check_constraint(name, sa.column(column).in_(values))
