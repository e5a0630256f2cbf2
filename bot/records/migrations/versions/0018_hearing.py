"""About whom of the staff an entry of a case is, what the client said to it, and when they read it."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0018"
down_revision = "0017"

KINDS = ("sentence", "words", "check-in", "call", "wishes", "answer", "times", "leave", "note")
NEW_KINDS = ("may read", "hearing", "heard", "handed")


def upgrade() -> None:
    _allow_kinds(*KINDS, *NEW_KINDS)
    with op.batch_alter_table("case_entry", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("person_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("agreed", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("opened_at", UtcDateTime(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_case_entry_person_id"), "person", ["person_id"], ["id"]
        )
        batch_op.create_index(batch_op.f("ix_case_entry_person_id"), ["person_id"])


def downgrade() -> None:
    entries = sa.table("case_entry", sa.column("kind", sa.String))
    op.execute(entries.delete().where(entries.c.kind.in_(NEW_KINDS)))
    _allow_kinds(*KINDS)
    with op.batch_alter_table("case_entry", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_entry_person_id"))
        batch_op.drop_constraint(batch_op.f("fk_case_entry_person_id"), type_="foreignkey")
        batch_op.drop_column("opened_at")
        batch_op.drop_column("agreed")
        batch_op.drop_column("person_id")


def _allow_kinds(*kinds: str) -> None:
    name = op.f("ck_case_entry_entrykind")
    with op.batch_alter_table("case_entry", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_constraint(name, type_="check")
        batch_op.create_check_constraint(name, sa.column("kind").in_(kinds))
