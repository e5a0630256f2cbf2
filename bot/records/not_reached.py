"""Clients whom nothing reaches: blocked or gone, stopped, never said yes, their link not opened."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from bot.records.consents import Consent, Purpose
from bot.records.invitations import Invitation
from bot.records.people import Person, Role, RoleHeld


class Why(enum.Enum):
    """Why nothing reaches somebody, as the office may know it."""

    GONE = "gone"  # blocked the bot, or the account is gone
    STOPPED = "stopped"
    NO_YES = "no yes"  # opened the link and never said yes to reminders
    OFF = "off"  # switched reminders off
    NOT_OPENED = "not opened"  # the link still works
    TOO_LATE = "too late"  # the link works no longer, and nobody opened it
    NOT_THEM = "not them"  # somebody else opened the link


@dataclass(frozen=True)
class NotReached:
    """A client, and since when."""

    client_id: int
    why: Why
    since: datetime


def not_reached(db: Session, now: datetime) -> Sequence[NotReached]:
    """Each client once, the newest first. Who was never invited isn't here."""
    held = select(RoleHeld.person_id).where(RoleHeld.role == Role.CLIENT)
    connected = (col(Person.id).in_(held), col(Person.telegram_id).is_not(None))
    agreed = select(Consent.person_id).where(
        Consent.purpose == Purpose.REMINDERS, col(Consent.withdrawn_at).is_(None)
    )
    switched_off = dict(
        db.exec(
            select(Consent.person_id, func.max(Consent.withdrawn_at))
            .where(Consent.purpose == Purpose.REMINDERS, col(Consent.withdrawn_at).is_not(None))
            .group_by(col(Consent.person_id))
        ).all()
    )
    joined_at = func.coalesce(Person.joined_at, Person.created_at)
    clients = select(Person.id, Person.unreachable_at, Person.stopped_at, joined_at).where(
        *connected,
        col(Person.unreachable_at).is_not(None)
        | col(Person.stopped_at).is_not(None)
        | col(Person.id).not_in(agreed),
    )
    found = []
    for row_id, gone, stopped, joined in db.exec(clients):
        off = switched_off.get(row_id)
        why = Why.GONE if gone else Why.STOPPED if stopped else Why.OFF if off else Why.NO_YES
        found.append(NotReached(row_id, why, gone or stopped or off or joined))
    later = aliased(Invitation)
    has_later = exists().where(
        col(later.person_id) == Invitation.person_id, col(later.id) > col(Invitation.id)
    )
    ended_at = func.coalesce(Invitation.revoked_at, Invitation.expires_at)
    invited = (
        select(  # no whole rows: there may be thousands
            Invitation.person_id,
            Invitation.created_at,
            ended_at,
            Invitation.used_at,
        )
        .join(Person, col(Person.id) == Invitation.person_id)
        .join(RoleHeld, col(RoleHeld.person_id) == Person.id)
        .where(
            RoleHeld.role == Role.CLIENT,
            col(Person.telegram_id).is_(None),
            ~has_later,
        )
    )
    for person_id, created_at, ends_at, used_at in db.exec(invited):
        if used_at is not None:
            found.append(NotReached(person_id, Why.NOT_THEM, used_at))
        elif ends_at > now:
            found.append(NotReached(person_id, Why.NOT_OPENED, created_at))
        else:
            found.append(NotReached(person_id, Why.TOO_LATE, ends_at))
    return sorted(found, key=lambda each: (each.since, each.client_id), reverse=True)


def never_invited(db: Session) -> int:
    """How many clients nobody has made a link for."""
    held = select(RoleHeld.person_id).where(RoleHeld.role == Role.CLIENT)
    return db.exec(
        select(func.count(col(Person.id))).where(
            col(Person.id).in_(held),
            col(Person.telegram_id).is_(None),
            col(Person.id).not_in(select(Invitation.person_id)),
        )
    ).one()
