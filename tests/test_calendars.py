"""Times as files for calendars: read back as they were, in any zone, and naming nobody."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from bot.calendars import CalendarFile, Entry, calendar_file, uid_of
from bot.rules.due import local_instant

MADE = datetime(2026, 11, 30, 9, tzinfo=ZoneInfo("UTC"))


def entry(starts_at: datetime, version: int = 0, **fields: str) -> Entry:
    return Entry(uid_of("a"), starts_at, starts_at + timedelta(minutes=50), version, **fields)


def written(*entries: Entry) -> str:
    times = CalendarFile("Appointment", MADE, entries)
    assert CalendarFile.of_file(times.as_file()) == times  # as an outbox row keeps it
    return calendar_file(times).decode()


def read(*entries: Entry) -> list[dict[str, object]]:
    calendar = Calendar.from_ical(written(*entries))
    return [
        {name.lower(): getattr(value, "dt", value) for name, value in event.items()}
        for event in calendar.walk("VEVENT")
    ]


@pytest.mark.parametrize("zone_name", ["Australia/Melbourne", "Europe/London", "America/New_York"])
@pytest.mark.parametrize("day", ["2027-03-13", "2027-03-14", "2027-03-28", "2027-04-04"])
def test_the_wall_time_is_the_same_on_both_sides_of_a_change_of_the_clocks(
    zone_name: str, day: str
) -> None:
    zone = ZoneInfo(zone_name)
    first, week_later = (
        local_instant(
            datetime.fromisoformat(day).date() + timedelta(days=days),
            datetime.fromisoformat(f"{day}T09:30").time(),
            zone,
        )
        for days in (0, 7)
    )
    for event, starts_at in zip(
        read(entry(first), entry(week_later)), (first, week_later), strict=True
    ):
        begins, ends = event["dtstart"], event["dtend"]
        assert isinstance(begins, datetime) and isinstance(ends, datetime)
        assert begins == starts_at and ends - begins == timedelta(minutes=50)
        assert f"{begins.astimezone(zone):%H:%M}" == "09:30"


def test_a_file_says_no_more_than_the_time() -> None:
    lines = written(entry(MADE)).split("\r\n")
    assert lines == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Appointments//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "SUMMARY:Appointment",
        "DTSTART:20261130T090000Z",
        "DTEND:20261130T095000Z",
        "DTSTAMP:20261130T090000Z",
        f"UID:{uid_of('a')}",
        "SEQUENCE:0",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_place_and_a_link_are_kept_as_they_were_written() -> None:
    place, link = "Room 2, upstairs; ring\ntwice \\ «ÄÖ» 💬" * 3, "https://meet.example/a?b=1,2;c"
    (event,) = read(entry(MADE, place=place, link=link))
    assert (str(event["location"]), event["url"]) == (place, link)


def test_a_later_file_takes_the_place_of_an_earlier_one() -> None:
    (before,), (after,) = read(entry(MADE, 5)), read(entry(MADE + timedelta(days=1), 9))
    assert before["uid"] == after["uid"]
    assert isinstance(before["sequence"], int) and isinstance(after["sequence"], int)
    assert before["sequence"] < after["sequence"]
    assert uid_of("a") != uid_of("b")
