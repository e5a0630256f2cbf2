"""What counts as a concern, in small (docs/alliance.md has it in full), and that the page is of this rule."""

import pytest

from tests.slow.alliance_clients import Spread, steady
from tests.slow.alliance_counting import Cell, Measured, Shares, measure, measure_all
from tests.slow.alliance_page import (
    ALL_FALLS,
    ALL_STEADY,
    ALL_UNEVEN,
    AT_LEAST,
    AT_MOST,
    FALLS_FROM,
    MEANS,
    PAGE,
)
from tests.slow.alliance_picture import PICTURE
from tests.slow.alliance_rivals import AS_IT_STOOD, OURS, fingerprint

CLIENTS, SEED = 400, 3
NOISE = 3  # standard errors of such a share


@pytest.fixture(scope="module")
def measured() -> dict[Cell, Measured]:
    return measure_all(
        [*ALL_STEADY.values(), *ALL_UNEVEN.values(), *ALL_FALLS.values()], CLIENTS, SEED
    )


@pytest.mark.slow
@pytest.mark.parametrize("cell", [*ALL_STEADY.values(), *ALL_UNEVEN.values()])
def test_at_any_mean_few_steady_clients_reach_a_concern(
    cell: Cell, measured: dict[Cell, Measured]
) -> None:
    found = measured[cell][OURS].concern
    assert found <= AT_MOST + NOISE * Shares.error(AT_MOST, CLIENTS)


@pytest.mark.slow
@pytest.mark.parametrize("mean", FALLS_FROM)
def test_nearly_all_falls_are_caught_within_three(
    mean: float, measured: dict[Cell, Measured]
) -> None:
    found = measured[ALL_FALLS[mean]][OURS].concern
    assert found >= AT_LEAST - NOISE * Shares.error(AT_LEAST, CLIENTS)


@pytest.mark.slow
def test_the_rule_as_it_stood_breaks_both_bounds(measured: dict[Cell, Measured]) -> None:
    """Or this simulation couldn't tell."""
    steadies = [measured[ALL_STEADY[mean]][AS_IT_STOOD].concern for mean in MEANS]
    fallen = [measured[ALL_FALLS[mean]][AS_IT_STOOD].concern for mean in FALLS_FROM]
    assert max(steadies) > AT_MOST + NOISE * Shares.error(AT_MOST, CLIENTS)
    assert min(fallen) < AT_LEAST - NOISE * Shares.error(AT_LEAST, CLIENTS)


def test_the_noise_has_the_published_reliability() -> None:
    """The variance between people, less the noise, is retest times the whole."""
    for retest in (0.54, 0.64, 0.70):
        spread = Spread(retest)
        assert spread.of_a_mean() ** 2 == pytest.approx((1 - retest) * (5 / 4) ** 2)
        assert spread.item**2 / 4 == pytest.approx(0.12 * (5 / 4) ** 2)


def test_the_same_seed_gives_the_same_numbers() -> None:
    cell = Cell(steady(6))
    assert measure(cell, 20, 1) == measure(cell, 20, 1)


def test_the_page_and_its_picture_are_of_this_rule() -> None:
    """If this fails: `.venv/bin/python -m tests.slow.alliance_simulation --write`."""
    assert f"`{fingerprint()}`" in PAGE.read_text("utf-8")
    assert PICTURE.read_bytes().startswith(b"\x89PNG")
