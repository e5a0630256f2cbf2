"""A week in numbers for each manager; what a case's client was first promised stays beside it."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_table(
        "weekly_digest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("covers_from", UtcDateTime(), nullable=False),
        sa.Column("told_until", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_weekly_digest_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weekly_digest")),
        sa.UniqueConstraint("person_id", name=op.f("uq_weekly_digest_person_id")),
        **IDS_NEVER_REUSED,
    )
    op.create_index(op.f("ix_weekly_digest_due_at"), "weekly_digest", ["due_at"])
    with op.batch_alter_table("concern_case", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("first_look_by", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("first_answer_by", UtcDateTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("concern_case", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("first_answer_by")
        batch_op.drop_column("first_look_by")
    op.drop_table("weekly_digest")
