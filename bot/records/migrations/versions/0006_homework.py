"""Homework, what clients show of it, and the hour at which they want notes."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("person", sa.Column("note_hour", sa.Integer(), nullable=True))
    op.create_table(
        "homework",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.String(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("psychologist_id", sa.Integer(), nullable=False),
        sa.Column("therapy_session_id", sa.Integer(), nullable=True),
        sa.Column("task_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("why_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("state", _STATES, nullable=False),
        sa.Column("barrier", _BARRIERS, nullable=True),
        sa.Column("obstacle_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("smaller_part_sealed", sa.LargeBinary(), nullable=True),
        _no("keeps_private"),
        _no("was_put_off"),
        sa.Column("asks_left", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("set_at", UtcDateTime(), nullable=True),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.Column("remind_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["person.id"], name=op.f("fk_homework_client_id")),
        sa.ForeignKeyConstraint(
            ["psychologist_id"], ["person.id"], name=op.f("fk_homework_psychologist_id")
        ),
        sa.ForeignKeyConstraint(
            ["therapy_session_id"],
            ["therapy_session.id"],
            name=op.f("fk_homework_therapy_session_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_homework")),
        sqlite_autoincrement=True,
    )
    for column in ("client_id", "psychologist_id", "remind_at"):
        op.create_index(op.f(f"ix_homework_{column}"), "homework", [column])
    _create_notes()


def _create_notes() -> None:
    op.create_table(
        "homework_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.String(), nullable=False),
        sa.Column("homework_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("psychologist_id", sa.Integer(), nullable=False),
        sa.Column("kind", _KINDS, nullable=False),
        sa.Column("shown_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("reply_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("goes_at", UtcDateTime(), nullable=False),
        sa.Column("taken_back_at", UtcDateTime(), nullable=True),
        sa.Column("opened_at", UtcDateTime(), nullable=True),
        sa.Column("replied_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["homework_id"], ["homework.id"], name=op.f("fk_homework_note_homework_id")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["person.id"], name=op.f("fk_homework_note_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["psychologist_id"], ["person.id"], name=op.f("fk_homework_note_psychologist_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_homework_note")),
        sqlite_autoincrement=True,
    )
    for column in ("homework_id", "client_id", "psychologist_id"):
        op.create_index(op.f(f"ix_homework_note_{column}"), "homework_note", [column])


def _one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


_STATES = _one_of(
    "homeworkstate",
    "draft", "open", "not yet", "struggling", "partly", "done", "stopped", "taken back",
)  # fmt: skip
_BARRIERS = _one_of("barrier", "no_time", "forget", "too_hard", "not_sure", "not_right", "other")
_KINDS = _one_of("notekind", "answer", "struggle", "question")


def downgrade() -> None:
    op.drop_table("homework_note")
    op.drop_table("homework")
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("note_hour")
