"""What clients write is counted by the week, and nothing else is."""

from sqlmodel import select

from bot.records.text_counts import TextCount
from tests.practice import Cast
from tests.recognition import POSSIBLE, let_model_judge


def counted(cast: Cast) -> tuple[int, int, int]:
    with cast.practice.look() as db:
        rows = db.exec(select(TextCount)).all()
    return (
        sum(row.texts for row in rows),
        sum(row.high for row in rows),
        sum(row.possible for row in rows),
    )


def test_texts_of_clients_are_counted_and_taps_and_staff_s_are_not(welcomed: Cast) -> None:
    before = counted(welcomed)
    welcomed.anna.types("hello")
    welcomed.anna.types("i want to die")
    welcomed.anna.taps("More numbers")
    welcomed.maria.types("she wants to die")
    welcomed.practice.account("Somebody").types("i want to die")
    after = counted(welcomed)
    assert [now - then for now, then in zip(after, before, strict=True)] == [2, 1, 0]


def test_what_may_be_danger_is_counted_by_itself(welcomed: Cast) -> None:
    let_model_judge(welcomed.practice)
    before = counted(welcomed)
    welcomed.anna.types(POSSIBLE)
    after = counted(welcomed)
    assert [now - then for now, then in zip(after, before, strict=True)] == [1, 0, 1]
