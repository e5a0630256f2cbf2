"""What helps a working relationship, offered once; the practice's check-ins in numbers, kept for good."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.create_table(
        "relationship_offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("therapy_session_id", sa.Integer(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("lapses_at", UtcDateTime(), nullable=False),
        sa.Column("offered_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["client_id"], ["person.id"], name=op.f("fk_relationship_offer_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["therapy_session_id"],
            ["therapy_session.id"],
            name=op.f("fk_relationship_offer_therapy_session_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relationship_offer")),
        sa.UniqueConstraint("client_id", name=op.f("uq_relationship_offer_client_id")),
        **IDS_NEVER_REUSED,
    )
    for name in ("due_at", "therapy_session_id"):
        op.create_index(op.f(f"ix_relationship_offer_{name}"), "relationship_offer", [name])
    op.create_table(
        "check_in_period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("begins_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("figures", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in_period")),
        sa.UniqueConstraint("begins_at", name=op.f("uq_check_in_period_begins_at")),
        **IDS_NEVER_REUSED,
    )


def downgrade() -> None:
    op.drop_table("check_in_period")
    op.drop_table("relationship_offer")
