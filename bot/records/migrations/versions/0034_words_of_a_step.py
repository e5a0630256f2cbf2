"""Which kept words were said in answer to a question, and wait until nothing is asked any more."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    with op.batch_alter_table("kept_words", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(
            sa.Column("waits_for_step", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    with op.batch_alter_table("kept_words", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("waits_for_step")
