"""Writes docs/script.md anew."""

from tests.script.page import PAGE, page_of
from tests.script.theatre import perform

PAGE.write_text(page_of(perform()), "utf-8")
