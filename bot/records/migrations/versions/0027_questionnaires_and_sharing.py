"""The wordings of check-ins, beside their answers; what a client lets their psychologist see."""

import sqlalchemy as sa
from alembic import op

from bot.records.database import IDS_NEVER_REUSED, UtcDateTime

revision = "0027"
down_revision = "0026"

# What was asked until now.
_VERSION = "19e200350080"
_WORDING = (
    '[{"name": "heard", "sentence": "I felt heard and respected", "topic": "being hea'
    'rd", "lowest": "not at all", "highest": "completely"}, {"name": "matters", "sent'
    'ence": "We worked on what matters to me", "topic": "working on what matters to y'
    'ou", "lowest": "not at all", "highest": "completely"}, {"name": "fits", "sentenc'
    'e": "The way we work suits me", "topic": "the way you work together", "lowest": '
    '"not at all", "highest": "completely"}, {"name": "open", "sentence": "I could be'
    ' open about what\'s on my mind", "topic": "being open", "lowest": "not at all", "'
    'highest": "completely"}]'
)
_KINDS = ("check-ins", "homework", "notes")


def upgrade() -> None:
    op.create_table(
        "questionnaire",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("first_asked_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire")),
        sa.UniqueConstraint("version", name=op.f("uq_questionnaire_version")),
        **IDS_NEVER_REUSED,
    )
    _keep_what_was_asked()
    with op.batch_alter_table("check_in", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("questionnaire_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("keeps_private", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    op.execute("UPDATE check_in SET questionnaire_id = (SELECT max(id) FROM questionnaire)")
    with op.batch_alter_table("check_in", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.alter_column("questionnaire_id", nullable=False)
        batch_op.alter_column("keeps_private", server_default=None)
        batch_op.create_foreign_key(
            op.f("fk_check_in_questionnaire_id"), "questionnaire", ["questionnaire_id"], ["id"]
        )
    _make_sharing()
    _make_outbox_know_whom_it_shows()


def _keep_what_was_asked() -> None:
    """Those that wait for an answer are kept in another shape from now on: they are asked no more."""
    op.execute("DELETE FROM check_in WHERE state IN ('asked', 'open')")
    first = op.get_bind().execute(sa.text("SELECT min(asked_at) FROM check_in")).scalar()
    if first is not None:
        insert = sa.text(
            "INSERT INTO questionnaire (version, wording, first_asked_at) "
            "VALUES (:version, :wording, :first)"
        )
        values = {"version": _VERSION, "wording": _WORDING, "first": first}
        op.get_bind().execute(insert, values)


def _make_sharing() -> None:
    kind = sa.Enum(*_KINDS, name="sharedkind", native_enum=False, create_constraint=True, length=32)
    op.create_table(
        "sharing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("psychologist_id", sa.Integer(), nullable=False),
        sa.Column("kind", kind, nullable=False),
        sa.Column("text_version", sa.String(), nullable=False),
        *(
            sa.Column(name, UtcDateTime(), nullable=name != "asked_at")
            for name in ("asked_at", "given_at", "covers_from", "revoked_at")
        ),
        *(
            sa.ForeignKeyConstraint([name], ["person.id"], name=op.f(f"fk_sharing_{name}"))
            for name in ("client_id", "psychologist_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sharing")),
        **IDS_NEVER_REUSED,
    )
    op.create_index(op.f("ix_sharing_client_id"), "sharing", ["client_id"])


def _make_outbox_know_whom_it_shows() -> None:
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(
            sa.Column("sharing_changes", sa.Integer(), server_default="0", nullable=False)
        )
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.alter_column("sharing_changes", server_default=None)
    with op.batch_alter_table("outbox", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.add_column(sa.Column("shows_client_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("sharing_changes", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_outbox_shows_client_id"), "person", ["shows_client_id"], ["id"]
        )
    where = sa.text("shows_client_id IS NOT NULL AND state = 'queued'")
    op.create_index(
        "ix_outbox_shows", "outbox", ["shows_client_id"],
        sqlite_where=where, postgresql_where=where,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_outbox_shows", "outbox")
    with op.batch_alter_table("outbox", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_constraint(op.f("fk_outbox_shows_client_id"), type_="foreignkey")
        batch_op.drop_column("shows_client_id")
        batch_op.drop_column("sharing_changes")
    with op.batch_alter_table("person", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_column("sharing_changes")
    op.drop_table("sharing")
    with op.batch_alter_table("check_in", table_kwargs=IDS_NEVER_REUSED) as batch_op:
        batch_op.drop_constraint(op.f("fk_check_in_questionnaire_id"), type_="foreignkey")
        batch_op.drop_column("questionnaire_id")
        batch_op.drop_column("keeps_private")
    op.drop_table("questionnaire")
