"""Until when staff are away falls due: it gets an index."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_index(op.f("ix_person_away_until"), "person", ["away_until"])


def downgrade() -> None:
    op.drop_index(op.f("ix_person_away_until"), "person")
