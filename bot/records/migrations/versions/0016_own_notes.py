"""Notes that clients write for themselves, to bring or to show before a meeting."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import UtcDateTime

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.String(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("psychologist_id", sa.Integer(), nullable=False),
        sa.Column("kind", _one_of("ownnotekind", "something to say"), nullable=False),
        sa.Column(
            "state",
            _one_of("notestate", "writing", "kept", "resting", "thrown away"),
            nullable=False,
        ),
        sa.Column("answers_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("therapy_session_id", sa.Integer(), nullable=True),
        sa.Column("begun_at", UtcDateTime(), nullable=False),
        sa.Column("brings_back", sa.Boolean(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("brought_at", UtcDateTime(), nullable=True),
        sa.Column("goes_at", UtcDateTime(), nullable=True),
        sa.Column("opened_at", UtcDateTime(), nullable=True),
        sa.Column("taken_back_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["person.id"], name=op.f("fk_note_client_id")),
        sa.ForeignKeyConstraint(
            ["psychologist_id"], ["person.id"], name=op.f("fk_note_psychologist_id")
        ),
        sa.ForeignKeyConstraint(
            ["therapy_session_id"], ["therapy_session.id"], name=op.f("fk_note_therapy_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sqlite_autoincrement=True,
    )
    for column in ("client_id", "psychologist_id", "due_at"):
        op.create_index(op.f(f"ix_note_{column}"), "note", [column])


def _one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def downgrade() -> None:
    op.drop_table("note")
