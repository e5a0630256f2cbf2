"""How many texts clients wrote in a week, and how many of them were taken for danger."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.create_table(
        "text_count",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("texts", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("possible", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_count")),
        sa.UniqueConstraint("begins_on", name=op.f("uq_text_count_begins_on")),
        **IDS_NEVER_REUSED,
    )


def downgrade() -> None:
    op.drop_table("text_count")
