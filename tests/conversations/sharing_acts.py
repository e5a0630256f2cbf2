"""A client who shares, from their telephone; what their psychologist reads then."""

from sqlalchemy import update
from sqlmodel import col, select

from bot.records import people, psychologist_changes
from bot.records.people import Person, Role
from bot.records.sharings import Sharing
from tests.practice import Cast, Someone

PAGE = (
    "What Dr Okafor can see here, and nobody else:\n"
    "Short questions: off. Only you see your numbers.\n"
    "Homework: off, except what you show one by one.\n"
    "Notes to bring: off. Only you see them.\n\n"
    "What you keep to yourself stays with you. You can change this at any time."
)


def shares(cast: Cast, kind: str, since: str = "From now on") -> None:
    cast.anna.types("/sharing")
    cast.anna.taps(f"Let Dr Okafor see {kind}")
    cast.anna.taps(since)


def page_of_anna(cast: Cast) -> str:
    """What Dr Okafor reads on her page now."""
    cast.okafor.presses_data(f"1:client_page:open:{cast.anna_row.id}")
    return cast.okafor.last


def sharings_of(cast: Cast) -> list[Sharing]:
    with cast.practice.look() as db:
        return list(db.exec(select(Sharing).order_by(col(Sharing.id))))


def change_anna(cast: Cast, **values: object) -> None:
    with cast.practice.database.transaction() as db:
        db.execute(update(Person).where(col(Person.id) == cast.anna_row.id).values(**values))


def to_adler(cast: Cast) -> Person:
    """Anna sees Dr Adler from now on."""
    practice = cast.practice
    adler = practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    with practice.database.transaction() as db:
        anna = people.get(db, cast.anna_row.id)
        assert psychologist_changes.change(
            db, anna, from_id=cast.okafor_row.id, to_id=adler.id, now=practice.hand.now()
        )
    return adler


def shares_no_more(anna: Someone) -> None:
    anna.types("/sharing")
    anna.taps("Stop sharing homework")
