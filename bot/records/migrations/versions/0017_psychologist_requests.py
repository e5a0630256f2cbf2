"""A client's wish for another psychologist, and how far it is."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0017"
down_revision = "0016"

_KINDS = ("sentence", "words", "check-in", "call", "answer", "times", "leave", "note")


def upgrade() -> None:
    op.create_table(
        "psychologist_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=True),
        sa.Column("to_id", sa.Integer(), nullable=True),
        _choice("state", "searchstate", "wishing", "looking", "found", "met", "stopped"),
        sa.Column("wishes_sealed", sa.LargeBinary(), nullable=False),
        _choice("who_tells", "whotells", "client", "practice", "nobody yet", nullable=True),
        _choice("next_session", "nextsession", "keep", "leave out", "undecided", nullable=True),
        _choice("notes_may_go", "notesmaygo", "yes", "no", "ask later", nullable=True),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("said_at", UtcDateTime(), nullable=True),
        sa.Column("remind_at", UtcDateTime(), nullable=True),
        sa.Column("write_at", UtcDateTime(), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{table}.id"], name=op.f(f"fk_psychologist_request_{column}")
            )
            for column, table in (
                ("case_id", "concern_case"),
                ("client_id", "person"),
                ("from_id", "person"),
                ("to_id", "person"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_psychologist_request")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("psychologist_request") as batch_op:
        for column in ("case_id", "client_id", "remind_at", "write_at"):
            batch_op.create_index(batch_op.f(f"ix_psychologist_request_{column}"), [column])
    _allow(*_KINDS, "wishes")


def _choice(column: str, name: str, *values: str, nullable: bool = False) -> sa.Column[str]:
    kind = sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
    return sa.Column(column, kind, nullable=nullable)


def downgrade() -> None:
    op.execute("DELETE FROM case_entry WHERE kind = 'wishes'")
    _allow(*_KINDS)
    op.drop_table("psychologist_request")


def _allow(*values: str) -> None:
    name = op.f("ck_case_entry_entrykind")
    with op.batch_alter_table("case_entry", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_constraint(name, type_="check")
        batch_op.create_check_constraint(name, sa.column("kind").in_(values))
