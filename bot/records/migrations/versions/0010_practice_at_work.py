"""Requests for another time, duties, staff's codes, and CSV files on their way in."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "duty",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("ask_at", UtcDateTime(), nullable=True),
        sa.Column("accepted_at", UtcDateTime(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_duty_asked_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_duty_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
        **IDS_NEVER_REUSED,
    )
    op.create_index(op.f("ix_duty_ask_at"), "duty", ["ask_at"])
    op.create_index(op.f("ix_duty_person_id"), "duty", ["person_id"])

    op.create_table(
        "import_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "clients",
                "sessions",
                name="importkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "fetching",
                "checking",
                "asking",
                "running",
                "done",
                "refused",
                "dropped",
                name="importstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("contents_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("report_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("skips_bad", sa.Boolean(), nullable=False),
        sa.Column("cancels_missing", sa.Boolean(), nullable=False),
        sa.Column("next_row", sa.Integer(), nullable=False),
        sa.Column("sent_by", sa.Integer(), nullable=True),
        sa.Column("sent_at", UtcDateTime(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_import_file_decided_by")
        ),
        sa.ForeignKeyConstraint(["sent_by"], ["person.id"], name=op.f("fk_import_file_sent_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_file")),
        **IDS_NEVER_REUSED,
    )
    op.create_index(op.f("ix_import_file_due_at"), "import_file", ["due_at"])

    op.create_table(
        "staff_code",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.String(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=True),
        sa.Column("chosen_at", UtcDateTime(), nullable=True),
        sa.Column("open_until", UtcDateTime(), nullable=True),
        sa.Column("wrong_tries", sa.Integer(), nullable=False),
        sa.Column("blocked_until", UtcDateTime(), nullable=True),
        sa.Column("entered_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_staff_code_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_staff_code")),
    )
    op.create_table(
        "time_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.String(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("therapy_session_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "other time",
                "back",
                name="requestkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "offered",
                "accepted",
                "declined",
                "taken back",
                "lapsed",
                name="requeststate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("wish_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("offered_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("offered_at", UtcDateTime(), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["client_id"], ["person.id"], name=op.f("fk_time_request_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_time_request_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["therapy_session_id"],
            ["therapy_session.id"],
            name=op.f("fk_time_request_therapy_session_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_time_request")),
        **IDS_NEVER_REUSED,
    )
    op.create_index(op.f("ix_time_request_client_id"), "time_request", ["client_id"])
    op.create_index(op.f("ix_time_request_due_at"), "time_request", ["due_at"])
    op.create_index(
        op.f("ix_time_request_therapy_session_id"), "time_request", ["therapy_session_id"]
    )


def downgrade() -> None:
    for table in ("time_request", "staff_code", "import_file", "duty"):
        op.drop_table(table)
