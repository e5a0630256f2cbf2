"""When the program was away, who is asked once more because of it, and what expired, to be counted."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0026"
down_revision = "0025"

_MATTERS = ("danger", "cases", "times", "sessions")


def upgrade() -> None:
    op.create_table(
        "outage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("began_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("late", sa.Integer(), server_default="0", nullable=False),
        sa.Column("ask_at", UtcDateTime(), nullable=True),
        sa.Column("report_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outage")),
        **IDS_NEVER_REUSED,
    )
    for name in ("ended_at", "ask_at", "report_at"):
        op.create_index(op.f(f"ix_outage_{name}"), "outage", [name])
    matter = sa.Enum(*_MATTERS, name="matter", native_enum=False, create_constraint=True, length=32)
    op.create_table(
        "outage_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outage_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("matter", matter, nullable=False),
        sa.Column("since_at", UtcDateTime(), nullable=False),
        sa.Column("ask_at", UtcDateTime(), nullable=True),
        sa.Column("asked_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["outage_id"], ["outage.id"], name=op.f("fk_outage_question_outage_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_outage_question_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outage_question")),
        sa.UniqueConstraint(
            "outage_id",
            "person_id",
            "matter",
            name=op.f("uq_outage_question_outage_id_person_id_matter"),
        ),
        **IDS_NEVER_REUSED,
    )
    for name in ("person_id", "ask_at"):
        op.create_index(op.f(f"ix_outage_question_{name}"), "outage_question", [name])
    for name, table, columns, where in _INDEXES:
        condition = None if where is None else sa.text(where)
        op.create_index(name, table, columns, sqlite_where=condition, postgresql_where=condition)


_INDEXES = (
    ("ix_outbox_expired", "outbox", ["settled_at"], "state = 'expired'"),
    ("ix_prompt_asked", "prompt", ["asked_at"], "closed_at IS NULL"),
    ("ix_inbox_chat", "inbox", ["chat_id", "received_at"], None),
)


def downgrade() -> None:
    for name, table, _columns, _where in _INDEXES:
        op.drop_index(name, table)
    op.drop_table("outage_question")
    op.drop_table("outage")
