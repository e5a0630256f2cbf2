"""How often homework is asked about and until when, and what a client added to their answer."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0021"
down_revision = "0020"


def _rhythm(named: str) -> sa.Enum:
    return sa.Enum(
        "once",
        "daily",
        "weekdays",
        "weekly",
        name=named,
        native_enum=False,
        create_constraint=True,
        length=32,
    )


def upgrade() -> None:
    with op.batch_alter_table("homework", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(
            sa.Column("rhythm", _rhythm("rhythm"), server_default="once", nullable=False)
        )
        batch_op.add_column(sa.Column("proposed_rhythm", _rhythm("proposedrhythm"), nullable=True))
        batch_op.add_column(sa.Column("until_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("ignored", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("added_sealed", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("homework", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        for name in ("rhythm", "proposedrhythm"):
            batch_op.drop_constraint(op.f(f"ck_homework_{name}"), type_="check")
        for name in ("added_sealed", "ignored", "until_at", "proposed_rhythm", "rhythm"):
            batch_op.drop_column(name)
