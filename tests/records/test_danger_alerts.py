"""Danger alerts: who saw it first, and who cleared it first."""

from datetime import datetime

import pytest
from sqlmodel import Session

from bot.records import danger_alerts
from bot.records.danger_alerts import RINGS_ONCE_IN, DangerAlert
from tests.records.rows import HOUR, NOW, SECOND, People


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
    assert danger_alerts.clear(db, alert, cast.lindqvist.id, NOW + HOUR, note="…")
    assert not danger_alerts.clear(db, alert, cast.maria.id, NOW + 2 * HOUR, note="other")
    db.refresh(alert)
    assert (alert.opened_by, alert.opened_at) == (cast.maria.id, NOW)
    assert (alert.cleared_by, alert.cleared_at) == (cast.lindqvist.id, NOW + HOUR)
    assert (other.opened_at, other.cleared_at) == (None, None)


def test_more_words_join_the_alert_that_rings_already(db: Session, cast: People) -> None:
    def raised(chat_id: int, at: datetime = NOW) -> DangerAlert:
        return danger_alerts.raise_alert(db, person_id=None, chat_id=chat_id, words="…", now=at)

    def recent(at: datetime = NOW) -> DangerAlert | None:
        return danger_alerts.recent_unopened(db, 501, at)

    raised(502)
    assert recent() is None
    raised(501)
    newest = raised(501)
    assert recent() is newest
    assert recent(NOW + RINGS_ONCE_IN - SECOND) is newest
    assert recent(NOW + RINGS_ONCE_IN) is None
    danger_alerts.note_opened(db, newest, cast.maria.id, NOW)
    cleared = raised(501)
    danger_alerts.clear(db, cleared, cast.maria.id, NOW, note="…")
    found = recent()
    assert found is not None and found.id not in (newest.id, cleared.id)
