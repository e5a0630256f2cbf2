"""The program as it will be one migration from now: its steps, and one that makes a table anew."""

import shutil
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from bot.records import schema

_STEP = '''"""A shoe size for every person, and a language that may be unknown."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    with op.batch_alter_table("person") as batch_op:
        batch_op.add_column(sa.Column("shoe_size", sa.Integer(), server_default="38"))
        batch_op.alter_column("language", nullable=True, existing_type=sa.String())
'''
_HARMFUL = """
    op.execute("DELETE FROM person WHERE id = 1")
"""


def install(monkeypatch: pytest.MonkeyPatch, folder: Path, *, harmful: bool = False) -> None:
    """From here on the program has a step more than the database at hand."""
    steps = folder / "migrations"
    shutil.copytree(schema._MIGRATIONS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    head = ScriptDirectory.from_config(schema.config()).get_current_head()
    text = _STEP.replace("{head}", str(head)) + (_HARMFUL if harmful else "")
    (steps / "versions" / "9999_shoe_size.py").write_text(text, "utf-8")
    monkeypatch.setattr(schema, "_MIGRATIONS", steps)
