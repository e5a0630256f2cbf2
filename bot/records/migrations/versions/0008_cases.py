"""Cases: what a client says isn't right, who may read it, what was written in it."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import UtcDateTime

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "concern_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=True),
        sa.Column("check_in_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "waiting",
                "taken",
                "closed",
                "withdrawn",
                "dropped",
                name="casestate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "relationship",
                "approach",
                "conduct",
                "change",
                "practical",
                "other",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("with_name", sa.Boolean(), nullable=False),
        sa.Column("wants_call", sa.Boolean(), nullable=False),
        sa.Column("begun_at", UtcDateTime(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("look_by", UtcDateTime(), nullable=True),
        sa.Column("answer_by", UtcDateTime(), nullable=True),
        sa.Column("taken_at", UtcDateTime(), nullable=True),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "carries on",
                "change of psychologist",
                "practical matter settled",
                "goes outside",
                "no answer",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "since",
            sa.Enum(
                "sorted",
                "partly",
                "no",
                "rather not say",
                name="since",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("ask_since_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["about_id"], ["person.id"], name=op.f("fk_concern_case_about_id")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["person.id"], name=op.f("fk_concern_case_client_id")
        ),
        sa.ForeignKeyConstraint(["taken_by"], ["person.id"], name=op.f("fk_concern_case_taken_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_case")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("concern_case", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_concern_case_about_id"), ["about_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_concern_case_ask_since_at"), ["ask_since_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_concern_case_client_id"), ["client_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_concern_case_due_at"), ["due_at"], unique=False)

    op.create_table(
        "case_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "sentence",
                "words",
                "check-in",
                "call",
                "answer",
                "times",
                "leave",
                "note",
                name="entrykind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("times_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("written_at", UtcDateTime(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_case_entry_by_id")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["concern_case.id"], name=op.f("fk_case_entry_case_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_entry")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("case_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_entry_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_reader",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=True),
        sa.Column("opened_at", UtcDateTime(), nullable=True),
        sa.Column("away_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["concern_case.id"], name=op.f("fk_case_reader_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_case_reader_person_id")
        ),
        sa.PrimaryKeyConstraint("case_id", "person_id", name=op.f("pk_case_reader")),
    )
    with op.batch_alter_table("case_reader", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_reader_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("case_reader", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_reader_person_id"))

    op.drop_table("case_reader")
    with op.batch_alter_table("case_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_entry_case_id"))

    op.drop_table("case_entry")
    with op.batch_alter_table("concern_case", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_concern_case_due_at"))
        batch_op.drop_index(batch_op.f("ix_concern_case_client_id"))
        batch_op.drop_index(batch_op.f("ix_concern_case_ask_since_at"))
        batch_op.drop_index(batch_op.f("ix_concern_case_about_id"))

    op.drop_table("concern_case")
