"""Notes for the next session, of four kinds, and from when on the psychologist may see one."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0028"
down_revision = "0027"

KINDS = ("something to say",)
NEW_KINDS = ("not ready", "need", "feedback", "to talk about")


def upgrade() -> None:
    _allow_kinds(*KINDS, *NEW_KINDS)
    with op.batch_alter_table("note", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("shared_at", UtcDateTime(), nullable=True))


def downgrade() -> None:
    notes = sa.table("note", sa.column("kind", sa.String))
    op.execute(notes.delete().where(notes.c.kind.in_(NEW_KINDS)))
    _allow_kinds(*KINDS)
    with op.batch_alter_table("note", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("shared_at")


def _allow_kinds(*kinds: str) -> None:
    name = op.f("ck_note_ownnotekind")
    with op.batch_alter_table("note", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_constraint(name, type_="check")
        batch_op.create_check_constraint(name, sa.column("kind").in_(kinds))
