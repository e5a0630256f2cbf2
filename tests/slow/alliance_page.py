"""docs/alliance.md: what the simulation found, in tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from bot.rules.alliance import LOW_ITEM, LOW_MEAN, THRESHOLDS
from tests.slow.alliance_clients import (
    ALPHA,
    CHECK_INS,
    Spread,
    drifts,
    falls,
    ruptures,
    steady,
)
from tests.slow.alliance_counting import Cell, Measured, Shares
from tests.slow.alliance_rivals import OURS, RULES, VARIANTS, fingerprint

PAGE = Path(__file__).parents[2] / "docs" / "alliance.md"
AT_MOST, AT_LEAST = 0.10, 0.95  # steady clients at concern; falls of 2.5 caught
FALL, KNOWN = 2.5, 6  # check-ins before the fall
MEANS = (2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 9.5)
FALLS_FROM = tuple(mean for mean in MEANS if mean >= FALL)
UNEVEN = (4.0, 6.0, 8.0)
FEW_MEANS, FEW_FALLS = (2.0, 5.0, 8.0, 9.5), (3.0, 5.0, 8.0, 9.5)  # where all would take long
SIZES, BEFORE = (1.5, 2.0, 2.5, 3.5), (1, 2, 3, 4, 6, 10, 16)
SPREADS = (
    Spread(0.54), Spread(0.64), Spread(0.70), Spread(0.88),
    Spread(0.54, 4), Spread(0.64, 4), Spread(0.64, differs=True),
)  # fmt: skip
RULE_NAMES = tuple(RULES)

ALL_STEADY = {mean: Cell(steady(mean), rules=RULE_NAMES) for mean in MEANS}
ALL_UNEVEN = {mean: Cell(steady(mean, uneven=True), rules=RULE_NAMES) for mean in UNEVEN}
ALL_FALLS = {mean: Cell(falls(mean, FALL, KNOWN), rules=RULE_NAMES) for mean in FALLS_FROM}
OTHERS = {
    "a fall of 2.5 for two check-ins, while it lasts": Cell(
        ruptures(8, FALL, KNOWN), rules=RULE_NAMES
    ),
    "the same, in the three check-ins after it is repaired": Cell(
        ruptures(8, FALL, KNOWN, back=3), rules=RULE_NAMES
    ),
    "drifting down by 0.25 ten times, within fourteen": Cell(
        drifts(8, 0.25, 10, KNOWN), rules=RULE_NAMES
    ),
    "drifting down by 0.5 five times, within fourteen": Cell(
        drifts(8, 0.5, 5, KNOWN), rules=RULE_NAMES
    ),
}


def by_spread(spread: Spread) -> tuple[list[Cell], list[Cell]]:
    """Steady clients, and falls."""
    return (
        [Cell(steady(mean), spread, share=0.5) for mean in FEW_MEANS],
        [Cell(falls(mean, FALL, KNOWN), spread) for mean in FEW_FALLS],
    )


def by_items(items: int) -> tuple[list[Cell], list[Cell]]:
    return (
        [Cell(steady(mean, items=items), share=0.5) for mean in (5.0, 8.0)],
        [Cell(falls(mean, FALL, KNOWN, items=items)) for mean in (5.0, 8.0)],
    )


_BOTH = (OURS, *VARIANTS)
VARIED_STEADY = [Cell(steady(mean), rules=_BOTH, share=0.5) for mean in (5.0, 8.0)]
VARIED_FALLS = {
    after: [Cell(falls(mean, FALL, after), rules=_BOTH, share=0.5) for mean in (5.0, 8.0)]
    for after in (2, 3, KNOWN, 10)
}
SIZED = {size: Cell(falls(8, size, KNOWN), rules=RULE_NAMES) for size in SIZES}
PLACED = {after: Cell(falls(8, FALL, after), rules=RULE_NAMES) for after in BEFORE}


def cells() -> Iterator[Cell]:
    for group in (ALL_STEADY, ALL_UNEVEN, ALL_FALLS, OTHERS, SIZED, PLACED):
        yield from group.values()
    for several in VARIED_FALLS.values():
        yield from several
    yield from VARIED_STEADY
    for steadies, fallen in (*map(by_spread, SPREADS), *map(by_items, (2, 3, 5))):
        yield from (*steadies, *fallen)


# --- the page


def page(measured: Mapping[Cell, Measured], clients: int, seed: int) -> str:
    parts = [
        _opening(measured, clients, seed),
        _steady(measured),
        _falls(measured),
        _rules(measured),
        _spreads(measured),
        _items(measured),
        _LIMITS,
    ]
    return "\n\n".join(parts) + "\n"


def _opening(measured: Mapping[Cell, Measured], clients: int, seed: int) -> str:
    steadiest = _worst(measured, [*ALL_STEADY.values(), *ALL_UNEVEN.values()])
    caught = _least(measured, ALL_FALLS.values())
    error = [100 * Shares.error(share, clients) for share in (0.1, 0.5, 0.95)]
    rule = {name: f"{float(value):g}" for name, value in asdict(THRESHOLDS).items()}
    return f"""# What counts as a concern: a simulation

![Above: how many clients in whom nothing changes reach a concern. Below: how many falls lead to one
within three check-ins. The tables below say the same in numbers.](alliance.png)

Clients who were made up answer four questions from 0 to 10, as whole numbers, at {CHECK_INS} check-ins. The rule is the
program's own (`bot/rules/alliance.py`; why it is so: [decision 21](decisions/0021-what-counts-as-a-concern.md)):

- **Watch**: an answer of {LOW_ITEM} or lower, a mean of {LOW_MEAN} or lower, or a mean at least {rule["watch"]} below what is
  usual, the client's own median of the last {rule["remembered"]}.
- **Concern**: a mean at least {rule["concern"]} below what is usual; or this mean and the two before it, together, at least
  {rule["lasting"]} below what was usual before them, and this one itself at least {rule["still"]}.
- Half a point more is asked for while fewer than {rule["few_means"]} earlier means are known, and with two questions.

Both lead to an offer that only the client sees.

**Asked for:** of steady clients at most 10 % reach a concern in {CHECK_INS} check-ins, whatever their mean; of falls of
{FALL} at least 95 % are caught, that is lead to a concern, within three check-ins; at the published retest reliability of
.64. **Found:** at most {_percent(steadiest)} % of steady clients, and at least {_percent(caught)} % of falls after
{KNOWN} check-ins.

Written by `python -m tests.slow.alliance_simulation --write`: {clients} clients of each kind, seed {seed}. A share of
10 % has a standard error of {error[0]:.1f}, one of 50 % {error[1]:.1f}, one of 95 % {error[2]:.1f}; where half as many
clients were played (marked ½), 1.4 times that. All kinds are played with the same chances, so rows differ from each
other by less. Fingerprint of what the rule does: `{fingerprint()}`.

## The noise

Published for the SRS, a total of four lines from 0 to 40: SD 4 to 5 over people, alpha .88, and a test-retest
correlation from .54 to .70 (.64 in Duncan 2003, whose alpha it is; FIELD §2.1, 2.4). With V = (SD / 4)², for a mean from
0 to 10: (1 − retest) V is what differs between two occasions though nothing has changed; of that (1 − alpha) V is the
items' own, so 4 (1 − alpha) V for one item, and (alpha − retest) V moves all items of one occasion together. Each is
drawn anew and normally, then answers are rounded and end at 0 and 10. In the middle stands SD 5, the wider.

{_table(("SD", "retest", "together", "one item", "mean of four"), _noise())}"""


def _noise() -> Iterator[Sequence[str]]:
    for spread in (Spread(0.54), Spread(0.64), Spread(0.70), Spread(0.88), Spread(0.64, 4)):
        widths = (spread.common, spread.item, spread.of_a_mean())
        yield f"{spread.total:g}", _hundredths(spread.retest), *(f"{each:.2f}" for each in widths)


def _steady(measured: Mapping[Cell, Measured]) -> str:
    kinds = {f"{mean:g}": cell for mean, cell in ALL_STEADY.items()}
    kinds |= {f"{mean:g}, one item 3 lower": cell for mean, cell in ALL_UNEVEN.items()}
    rows = []
    for name, cell in kinds.items():
        ours = measured[cell][OURS]
        rivals = (measured[cell][rule].concern for rule in RULE_NAMES[1:])
        rows.append([name, *map(_percent, (ours.noticed, ours.check_ins, ours.concern, *rivals))])
    head = ("mean", "watch, ever", "watch, of check-ins", "concern, ever",
            *(f"concern: {rule}" for rule in RULE_NAMES[1:]))  # fmt: skip
    return f"""## Clients in whom nothing changes

Share who ever get there in {CHECK_INS} check-ins (%). Watch counts concern as well. Who answers low, or has one
item that is low, is at watch most of the time, and by this rule no nearer to a concern than others. The mean is the
true one; under the ceiling answers lie a little lower.

Other rules look at the same answers (`tests/slow/alliance_rivals.py`). *As it stood*: a concern was a mean of 5 or lower,
one 2.5 below the median of six, and watch twice running (DESIGN §5). *Drops from the last time*: by 2, by twice the own
spread, three times in a row, watch twice running, a mean of 5 (FIELD §2.5). *Cut-off of 36*: a total under 36 of 40, or 1
below the last, as is usual with the SRS; *control chart*: below the own mean by 2.66 times the mean moving range (FIELD
§2.2).

{_table(head, rows)}"""


def _falls(measured: Mapping[Cell, Measured]) -> str:
    kinds = {f"by 2.5 from {mean:g}": cell for mean, cell in ALL_FALLS.items()}
    kinds |= {f"by {size:g} from 8": cell for size, cell in SIZED.items()}
    kinds |= {f"by 2.5 from 8, {after} before": cell for after, cell in PLACED.items()}
    kinds |= OTHERS
    rows = []
    for name, cell in kinds.items():
        ours = measured[cell][OURS]
        rivals = (measured[cell][rule].concern for rule in RULE_NAMES[1:])
        rows.append([name, *map(_percent, (ours.concern, ours.noticed, *rivals))])
    head = ("", "concern", "at least watch", *(f"concern: {rule}" for rule in RULE_NAMES[1:]))
    return f"""## Clients in whom something changes

Share of falls that lead there within three check-ins (%), {KNOWN} check-ins after the first unless said otherwise. The
fall stays. A fall from 3 by 2.5 ends at 0.5 and one from 9.5 begins under the ceiling: what is answered falls by less,
and from 2 nobody can fall by 2.5. Who is caught by rules that make a concern of every low mean, is caught without a fall
as well (above). The rows about a repair and drifts begin at 8.

{_table(head, rows)}"""


def _rules(measured: Mapping[Cell, Measured]) -> str:
    rows = []
    for rule in _BOTH:
        found = [_worst(measured, VARIED_STEADY, rule)]
        found += [_least(measured, fallen, rule) for fallen in VARIED_FALLS.values()]
        rows.append([rule, *map(_percent, found)])
    head = ("", "steady, concern, ever", *(f"fall, {after} before" for after in VARIED_FALLS))
    return f"""## Other thresholds

The same rule with one number changed: the greater share of steady clients, the smaller share of falls of 2.5 caught
within three; means 5 and 8 (½).

{_table(head, rows)}"""


def _spreads(measured: Mapping[Cell, Measured]) -> str:
    rows = []
    for spread in SPREADS:
        steadies, fallen = by_spread(spread)
        name = f"SD {spread.total:g}, retest {_hundredths(spread.retest)}"
        if spread.differs:
            name += ", differing from client to client"
        rows.append(
            [
                name,
                _percent(_worst(measured, steadies)),
                _percent(_least(measured, fallen)),
                _percent(min(measured[each][OURS].noticed for each in fallen)),
            ]
        )
    head = ("noise", "steady, concern, ever", "falls, concern", "falls, at least watch")
    worst = by_spread(Spread(0.54))
    return f"""## More noise and less

The greatest share of steady clients (means 2, 5, 8 and 9.5; ½) and the smallest share of falls of 2.5 (from 3, 5, 8 and
9.5) caught within three (%).

At the lowest retest that was published, .54, with SD 5, {_percent(_worst(measured, worst[0]))} % of steady clients reach a
concern and {_percent(_least(measured, worst[1]))} % of falls are caught: **what is asked for is kept at .64, not there.**

That clients differ in how much their answers scatter is likely, but nobody has published how much. The last row assumes
that nine in ten have from 0.44 to 1.65 times the noise (log-normal). Those who scatter most reach a concern more often,
and what is asked for of steady clients isn't kept over all of them.

{_table(head, rows)}"""


def _items(measured: Mapping[Cell, Measured]) -> str:
    rows = []
    for items in (2, 3, 5):
        steadies, fallen = by_items(items)
        found = (_worst(measured, steadies), _least(measured, fallen))
        rows.append([str(items), *map(_percent, found)])
    return f"""## Two, three and five questions

The same noise of an item, so that fewer of them make a noisier mean. With two the rule asks for half a point more, and
lets more falls pass; with three a few more steady clients reach a concern. What is asked for is kept with four and five.
Means 5 and 8 (½ of the steady).

{_table(("questions", "steady, concern, ever", "falls of 2.5, concern"), rows)}"""


_LIMITS = f"""## What this can't say

- The published spreads are those of other questions, drawn on lines, mostly answered near the top. Nobody has measured
  ours, and in the middle of the scale people may scatter more. A practice's own spread would be better.
- What differs between two occasions in those studies is taken to be noise, all of it. Part of it will have been true
  change, so there is rather too much noise here than too little. That alpha ({ALPHA}) leaves over is taken to differ
  each time; part of it is how one person reads one item, always.
- Noise is drawn anew each time. Real moods last, and one that lasts for three check-ins looks like a fall.
- A fall that ends above 5 with no item at 4 is seen only against what was usual. After one or two check-ins little is
  usual, and falls are caught less often (the rows «1 before» and «2 before»).
- Who drifts down slowly takes what is usual along. The rule doesn't look further back than its median does."""


def _worst(measured: Mapping[Cell, Measured], of: Iterable[Cell], rule: str = OURS) -> float:
    return max(measured[cell][rule].concern for cell in of)


def _least(measured: Mapping[Cell, Measured], of: Iterable[Cell], rule: str = OURS) -> float:
    return min(measured[cell][rule].concern for cell in of)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _hundredths(share: float) -> str:
    return f"{share:.2f}"[1:]
