"""What columns are called, here and in exports of other programs (docs/csv.md says which were seen)."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.records.import_files import ImportKind

# Ours first; the first name of a list that stands in the file is the one that counts.
_CLIENTS: Mapping[str, Sequence[str]] = {
    "name": ("name", "client", "client name", "patient", "patient name", "full name"),
    "first_name": ("first name", "given name"),
    "last_name": ("last name", "surname", "family name"),
    "psychologist": (
        "psychologist",
        "primary clinician",
        "clinician",
        "practitioner",
        "staff member name",
        "staff member",
    ),
    "external_id": ("external id", "patient number", "patient id", "client id", "source key"),
    "time_zone": ("time zone", "timezone"),
    "language": ("language",),
    "phone": ("phone", "mobile phone", "mobile", "phone number", "home phone"),
    "safe_contact": ("safe contact",),
}
_SESSIONS: Mapping[str, Sequence[str]] = {
    "client": ("client", "client name", "patient", "patient name"),
    "client_id": ("external id", "patient number", "patient id", "client id", "source key"),
    "first_name": ("patient first name", "client first name", "first name"),
    "last_name": ("patient last name", "client last name", "last name"),
    "psychologist": (
        "psychologist",
        "clinician",
        "practitioner",
        "staff member name",
        "staff member",
    ),
    "starts_at": ("starts at", "appointment start date & time", "start at", "start"),
    "date": ("date", "date of service", "appointment date", "start date"),
    "time": ("time", "start time", "appointment time"),
    "ends_at": ("ends at", "appointment end date & time", "end at", "end"),
    "end_time": ("end time",),
    "minutes": ("minutes", "duration", "treatment duration", "duration (minutes)"),
    "place": ("place", "room", "location", "location name"),
    "link": ("link", "telehealth url"),
    "uid": ("uid", "appointment id", "booking id"),
    "status": ("status", "state", "appointment status"),
    "cancelled_at": ("cancelled at", "canceled at"),
}
_COLUMNS = {ImportKind.CLIENTS: _CLIENTS, ImportKind.SESSIONS: _SESSIONS}
# One of each group has to be there.
_NEEDED: Mapping[ImportKind, Sequence[Sequence[str]]] = {
    ImportKind.CLIENTS: (("name", "first_name", "last_name"),),
    ImportKind.SESSIONS: (
        ("client", "client_id", "first_name", "last_name"),
        ("starts_at", "date", "time"),
    ),
}
PLAIN: Mapping[ImportKind, str] = {
    ImportKind.CLIENTS: "name,psychologist,external_id,time_zone,language,phone,safe_contact",
    ImportKind.SESSIONS: "client,psychologist,starts_at,minutes,place,link,uid,status",
}


def plain(header: str) -> str:
    """How headers are compared: «Starts_At *» is «starts at»."""
    return " ".join(re.split(r"[\s_]+", header.casefold().strip(" *:\t")))


def columns_of(kind: ImportKind, headers: Sequence[str]) -> dict[str, int]:
    """Where each of our columns stands; columns that we don't know are left out."""
    plains = [plain(header) for header in headers]
    return {
        ours: next(plains.index(name) for name in names if name in plains)
        for ours, names in _COLUMNS[kind].items()
        if any(name in plains for name in names)
    }


def twice(kind: ImportKind, headers: Sequence[str]) -> str | None:
    """A header of ours that stands there more than once; others may."""
    plains = [plain(header) for header in headers]
    at = columns_of(kind, headers)
    return next((headers[each] for each in at.values() if plains.count(plains[each]) > 1), None)


def missing(kind: ImportKind, found: Iterable[str]) -> list[str]:
    """The plain names of what a file of this kind can't be without."""
    there = set(found)
    return [group[0] for group in _NEEDED[kind] if not there.intersection(group)]
