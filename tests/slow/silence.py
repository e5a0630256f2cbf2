"""Keeps the program's log out of the way of what is printed and counted."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import structlog


@contextmanager
def without_log() -> Iterator[None]:
    """Within this block nothing of the program's log is written."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    try:
        yield
    finally:
        structlog.reset_defaults()
