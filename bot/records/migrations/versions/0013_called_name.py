"""How a client wants to be called, beside the name that the practice knows them by."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("called_name_sealed", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("called_name_sealed")
