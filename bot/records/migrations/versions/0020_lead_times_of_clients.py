"""When a client wants to be reminded of sessions, and whether also of those they said yes to."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("lead_times", sa.String(), nullable=True))
        batch_op.add_column(
            sa.Column("reminds_confirmed", sa.Boolean(), server_default=sa.false(), nullable=False)
        )


def downgrade() -> None:
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("reminds_confirmed")
        batch_op.drop_column("lead_times")
