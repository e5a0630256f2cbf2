"""A mail address of staff, and mails in the outbox, found without looking through the rest."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED

revision = "0015"
down_revision = "0014"

_KINDS = ("message", "edit", "delete", "tap answer", "leave", "commands", "fetch")
_QUEUED_MAIL = sa.text("state = 'queued' AND kind = 'mail'")


def upgrade() -> None:
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("mail_sealed", sa.LargeBinary(), nullable=True))
    _allow(*_KINDS, "mail")
    op.create_index(
        "ix_outbox_mail",
        "outbox",
        ["due_at"],
        sqlite_where=_QUEUED_MAIL,
        postgresql_where=_QUEUED_MAIL,
    )


def downgrade() -> None:
    op.drop_index("ix_outbox_mail", "outbox")
    op.execute("DELETE FROM outbox WHERE kind = 'mail'")
    _allow(*_KINDS)
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("mail_sealed")


def _allow(*kinds: str) -> None:
    name = op.f("ck_outbox_outboxkind")
    with op.batch_alter_table("outbox", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_constraint(name, type_="check")
        batch_op.create_check_constraint(name, sa.column("kind").in_(kinds))
