"""Who owes a look or an answer is reminded half way: a time for it."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import UtcDateTime

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("concern_case", sa.Column("remind_at", UtcDateTime(), nullable=True))
    op.create_index(op.f("ix_concern_case_remind_at"), "concern_case", ["remind_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_concern_case_remind_at"), "concern_case")
    op.drop_column("concern_case", "remind_at")
