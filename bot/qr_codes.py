"""A link as a square that a camera reads (ISO/IEC 18004): for a chat, a page and a terminal."""

import io
from collections.abc import Mapping
from typing import Any

import segno

_SCALE = 12  # pixels a module: about 600 in all, sharp on paper too
_BORDER = 4  # modules; what the standard asks for


def qr_png(link: str) -> bytes:
    """As a picture to show or print."""
    picture = io.BytesIO()
    _square(link).save(picture, kind="png", scale=_SCALE, border=_BORDER)
    return picture.getvalue()


def qr_svg(link: str) -> str:
    """As a drawing that stands in a page."""
    return str(_square(link).svg_inline(scale=6, border=_BORDER))


def qr_lines(link: str) -> str:
    """As block characters, which show in a terminal."""
    drawn = io.StringIO()
    _square(link).terminal(out=drawn, border=_BORDER, compact=True)
    return drawn.getvalue()


def hand_out(file: Mapping[str, str], link: str) -> bytes:
    """The page with its link and drawing in place."""
    return file["page"].replace("{link}", link).replace("{qr}", qr_svg(link)).encode()


def _square(link: str) -> Any:
    return segno.make(link, error="m", micro=False)
