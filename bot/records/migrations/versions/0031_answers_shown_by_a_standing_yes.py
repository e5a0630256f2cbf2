"""Which answer about homework a client was told that their psychologist can see, and since when."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    with op.batch_alter_table("homework", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("shared_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("shared_revision", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("homework", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("shared_revision")
        batch_op.drop_column("shared_at")
