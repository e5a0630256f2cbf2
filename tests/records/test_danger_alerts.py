"""Danger alerts: who saw it first, and who cleared it first."""

import pytest
from sqlmodel import Session

from bot.records import danger_alerts
from tests.records.rows import HOUR, NOW, People


@pytest.mark.parametrize("is_known", [True, False])
def test_an_alert_keeps_the_words_also_a_stranger_s(
    db: Session, cast: People, *, is_known: bool
) -> None:
    person_id = cast.anna.id if is_known else None
    alert = danger_alerts.raise_alert(db, person_id=person_id, chat_id=501, words="é…", now=NOW)
    db.expire_all()
    assert (alert.words, alert.person_id, alert.raised_at) == ("é…", person_id, NOW)
    assert alert.topic == f"danger_alert:{alert.id}"


def test_the_first_who_opens_and_the_first_who_clears_are_kept(db: Session, cast: People) -> None:
    alert = danger_alerts.raise_alert(db, person_id=cast.anna.id, chat_id=501, words="…", now=NOW)
    other = danger_alerts.raise_alert(db, person_id=cast.ben.id, chat_id=502, words="…", now=NOW)
    assert danger_alerts.note_opened(db, alert, cast.maria.id, NOW)
    assert not danger_alerts.note_opened(db, alert, cast.lindqvist.id, NOW + HOUR)
    assert danger_alerts.clear(db, alert, cast.lindqvist.id, NOW + HOUR)
    assert not danger_alerts.clear(db, alert, cast.maria.id, NOW + 2 * HOUR)
    db.refresh(alert)
    assert (alert.opened_by, alert.opened_at) == (cast.maria.id, NOW)
    assert (alert.cleared_by, alert.cleared_at) == (cast.lindqvist.id, NOW + HOUR)
    assert (other.opened_at, other.cleared_at) == (None, None)
