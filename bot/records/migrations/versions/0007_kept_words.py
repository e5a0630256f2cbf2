"""Words that wait for their writer's yes."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import UtcDateTime

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "kept_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_kept_words_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_words")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_kept_words_person_id"), "kept_words", ["person_id"])
    op.create_index(op.f("ix_kept_words_expires_at"), "kept_words", ["expires_at"])


def downgrade() -> None:
    op.drop_table("kept_words")
