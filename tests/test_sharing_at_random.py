"""A client who shares, ends, keeps back and moves at any moment: nothing is seen that isn't covered then."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.records.sharings import SharedKind
from tests.loops.prepared import Town
from tests.sharing_stage import READERS, Stage

Act = Callable[[Stage], None]
KINDS, READER = st.sampled_from(SharedKind), st.sampled_from(READERS)
NUMBERS = st.integers(0, 9)


def grant(kind: SharedKind, covers_all: bool) -> Act:
    return lambda stage: stage.grant(kind, covers_all=covers_all)


def with_number(act: Callable[[Stage, int], None], number: int) -> Act:
    return lambda stage: act(stage, number)


def with_reader(act: Callable[[Stage, str], None], reader: str) -> Act:
    return lambda stage: act(stage, reader)


def while_it_waits(act: Act, is_refused: bool) -> Act:
    """Whoever may see most opens all of it, and this happens before it is sent, or tried again."""

    def acts(stage: Stage) -> None:
        reader = stage.oracle.reader
        stage.open_all(reader)
        if is_refused:
            stage.refuse(reader)
        stage.begin_step()
        act(stage)
        stage.begin_step()
        stage.send()

    return acts


LESSENING: st.SearchStrategy[Act] = st.one_of(
    st.builds(lambda kind: lambda stage: stage.revoke(kind), KINDS),
    st.builds(with_number, st.just(Stage.keep), NUMBERS),
    st.builds(grant, KINDS, st.just(False)),
    st.just(Stage.end_and_move),
)
ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(grant, KINDS, st.booleans()),
    st.sampled_from([Stage.answer_homework, Stage.answer_check_in, Stage.share_note]),
    LESSENING,
    st.builds(with_number, st.just(Stage.let_see), NUMBERS),
    st.builds(with_reader, st.sampled_from([Stage.open_page, Stage.open_all]), READER),
    st.builds(with_reader, st.just(Stage.refuse), READER),
    st.sampled_from([Stage.restart, Stage.send]),
    st.builds(while_it_waits, LESSENING, st.booleans()),
)
FIRST: st.SearchStrategy[list[Act]] = st.permutations(
    [Stage.answer_homework, Stage.answer_check_in, Stage.share_note]
    + [
        grant(kind, covers_all)
        for kind, covers_all in zip(SharedKind, (False, True, True), strict=True)
    ]
)


@given(FIRST, LESSENING, st.lists(ACTS, min_size=2, max_size=14), LESSENING)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_is_seen_or_sent_that_isn_t_covered_at_that_instant(
    practice_file: Path, first: list[Act], less: Act, acts: list[Act], least: Act
) -> None:
    with closing(Town(practice_file)) as town:
        stage = Stage(town)
        for act in [*first, while_it_waits(less, False), *acts, while_it_waits(least, True)]:
            stage.begin_step()
            act(stage)
        stage.begin_step()
        for reader in READERS:
            stage.open_all(reader)
        stage.send()
