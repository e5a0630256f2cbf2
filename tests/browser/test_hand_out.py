"""The sheet for a client as it comes out of a printer: one page, readable, whatever stands in it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from bot.hand_out import page_for
from bot.qr_codes import hand_out
from tests.browser.chromium import Look, in_every_look
from tests.practice import settings_for

LINK = "https://t.me/simulated_bot?start=23456789ABCDEFGHJKMN"
LONG_LINK = f"https://t.me/{'LongestNameOfABotInTelegram_bot'}?start=23456789ABCDEFGHJKMN"
LONG_NAME = "Centre for Whatever Takes Some Time to Say, North-Western Branch"
SHEETS: tuple[Literal["A4", "Letter"], ...] = ("A4", "Letter")


@pytest.fixture
def sheet() -> Callable[..., str]:
    """Draws a hand-out; its HTML."""

    def draw(link: str = LINK, name: str = "Anna Brown", **settings: str) -> str:
        practice = settings_for("sqlite://", **settings).practice()
        return hand_out({"page": page_for(practice, name)}, link).decode()

    return draw


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("paper", SHEETS)
def test_it_is_one_sheet(
    page: Page, sheet: Callable[..., str], screenshots: Path, paper: Literal["A4", "Letter"]
) -> None:
    page.set_content(sheet())
    pdf = page.pdf(format=paper)
    (screenshots / f"hand-out-{paper}.pdf").write_bytes(pdf)
    assert pages(pdf) == 1


@pytest.mark.parametrize("paper", SHEETS)
def test_it_is_one_sheet_with_long_names_and_a_long_link(
    page: Page, sheet: Callable[..., str], paper: Literal["A4", "Letter"]
) -> None:
    page.set_content(
        sheet(
            LONG_LINK,
            "Wolfeschlegelsteinhausenbergerdorff B",
            practice_name=LONG_NAME,
            practice_phone="+61 3 9000 0000 (Mon to Thu)",
            practice_country="",
        )
    )
    assert pages(page.pdf(format=paper, print_background=True)) == 1


@pytest.mark.parametrize("paper", SHEETS)
def test_two_sheets_are_counted_as_two(
    page: Page, sheet: Callable[..., str], paper: Literal["A4", "Letter"]
) -> None:
    page.set_content(sheet().replace("</main>", "<p>More.</p>" * 20 + "</main>"))
    assert pages(page.pdf(format=paper)) == 2


@in_every_look
def test_it_can_be_read_on_a_screen_by_everybody(
    page: Page,
    sheet: Callable[..., str],
    axe: Callable[[Page], list[str]],
    look: Look,
    screenshots: Path,
) -> None:
    page.set_content(sheet())
    page.screenshot(path=screenshots / f"hand-out-{look}.png", full_page=True)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
