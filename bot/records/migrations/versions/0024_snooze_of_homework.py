"""When homework was last asked about, and whether the client chose when it is asked about next."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    with op.batch_alter_table("homework", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("asked_at", UtcDateTime(), nullable=True))
        batch_op.add_column(
            sa.Column("is_wished", sa.Boolean(), server_default=sa.false(), nullable=False)
        )


def downgrade() -> None:
    with op.batch_alter_table("homework", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("is_wished")
        batch_op.drop_column("asked_at")
