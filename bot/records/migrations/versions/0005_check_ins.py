"""Check-ins, and when the one about a session is due."""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0005"
down_revision = "0004"

_DELAY = timedelta(hours=3)  # what CHECK_IN_DELAY is where nobody set it


def upgrade() -> None:
    op.add_column("therapy_session", sa.Column("check_in_at", UtcDateTime(), nullable=True))
    op.create_index(op.f("ix_therapy_session_check_in_at"), "therapy_session", ["check_in_at"])
    _plan_for_booked_sessions()
    states = sa.Enum(
        "asked",
        "open",
        "answered",
        "declined",
        "lapsed",
        name="checkinstate",
        native_enum=False,
        create_constraint=True,
        length=32,
    )
    op.create_table(
        "check_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.String(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("psychologist_id", sa.Integer(), nullable=False),
        sa.Column("therapy_session_id", sa.Integer(), nullable=False),
        sa.Column("state", states, nullable=False),
        sa.Column("answers_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("level_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("comment_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.Column("closes_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["person.id"], name=op.f("fk_check_in_client_id")),
        sa.ForeignKeyConstraint(
            ["psychologist_id"], ["person.id"], name=op.f("fk_check_in_psychologist_id")
        ),
        sa.ForeignKeyConstraint(
            ["therapy_session_id"],
            ["therapy_session.id"],
            name=op.f("fk_check_in_therapy_session_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in")),
        sa.UniqueConstraint("therapy_session_id", name=op.f("uq_check_in_therapy_session_id")),
        sqlite_autoincrement=True,
    )
    for column in ("client_id", "psychologist_id", "closes_at"):
        op.create_index(op.f(f"ix_check_in_{column}"), "check_in", [column])


def _plan_for_booked_sessions() -> None:
    """Sessions that were booked before get their instant too; what is long over lapses unasked."""
    sessions = sa.table(
        "therapy_session",
        sa.column("id", sa.Integer()),
        sa.column("starts_at", UtcDateTime()),
        sa.column("minutes", sa.Integer()),
        sa.column("state", sa.String()),
        sa.column("check_in_at", UtcDateTime()),
    )
    connection = op.get_bind()
    chosen = sa.select(sessions.c.id, sessions.c.starts_at, sessions.c.minutes)
    for row in connection.execute(chosen.where(sessions.c.state == "booked")).all():
        due = row.starts_at + timedelta(minutes=row.minutes) + _DELAY
        connection.execute(
            sa.update(sessions).where(sessions.c.id == row.id).values(check_in_at=due)
        )


def downgrade() -> None:
    op.drop_table("check_in")
    with op.batch_alter_table("therapy_session", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_index(op.f("ix_therapy_session_check_in_at"))
        batch_op.drop_column("check_in_at")
