"""A kind of outbox row that sets the commands which Telegram shows."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED

revision = "0003"
down_revision = "0002"

_BEFORE = ("message", "edit", "delete", "tap answer", "leave")


def upgrade() -> None:
    _allow(*_BEFORE, "commands")


def downgrade() -> None:
    op.execute("DELETE FROM outbox WHERE kind = 'commands'")
    _allow(*_BEFORE)


def _allow(*kinds: str) -> None:
    name = op.f("ck_outbox_outboxkind")
    with op.batch_alter_table("outbox", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_constraint(name, type_="check")
        batch_op.create_check_constraint(name, sa.column("kind").in_(kinds))
