"""The one question about words that may be danger, and that a step was offered again after danger."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0032"
down_revision = "0031"
_KINDS = ("self", "from others", "to others")
_OUTCOMES = ("yes", "no", "silence", "overtaken")
_OPEN = sa.text("settled_at IS NULL")


def upgrade() -> None:
    kind = sa.Enum(*_KINDS, name="dangerkind", native_enum=False, create_constraint=True, length=32)
    outcome = sa.Enum(
        *_OUTCOMES, name="dangeroutcome", native_enum=False, create_constraint=True, length=32
    )
    op.create_table(
        "danger_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kind", kind, nullable=False),
        sa.Column("from_others", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("is_plain", sa.Boolean(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("outcome", outcome, nullable=True),
        sa.Column("alert_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["alert_id"], ["danger_alert.id"], name=op.f("fk_danger_question_alert_id_danger_alert")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_danger_question_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_danger_question")),
        **IDS_NEVER_REUSED,
    )
    for column in ("person_id", "due_at", "alert_id"):
        op.create_index(op.f(f"ix_danger_question_{column}"), "danger_question", [column])
    op.create_index(
        "ix_danger_question_open",
        "danger_question",
        ["chat_id"],
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    with op.batch_alter_table("dialogue") as batch_op:
        batch_op.add_column(sa.Column("offered_at", UtcDateTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("dialogue") as batch_op:
        batch_op.drop_column("offered_at")
    op.drop_table("danger_question")
