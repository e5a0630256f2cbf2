"""Who is told of a CSV file, and what they can answer."""

from collections.abc import Sequence

from bot.buttons import Button, button
from bot.imports.report import Outcome, Report
from bot.records import people
from bot.records.alarms import raise_alarm
from bot.records.import_files import ImportFile
from bot.records.people import Person, Role
from bot.texts import _
from bot.turn import Turn
from conversations.office import Writer


def answers(row: ImportFile, report: Report) -> list[Button]:
    bad = report.number(Outcome.BAD) > 0 and not row.skips_bad
    label = _("Take over the other lines") if bad else _("Take it over")
    yes = [button(label, "imports:yes", row.id, also=["yes"])] if report.will_change else []
    return [
        *yes,
        button(_("Show what changes"), "imports:show", row.id),
        button(_("Leave it"), "imports:no", row.id, also=["no"]),
    ]


def tell_sender(turn: Turn, row: ImportFile, write: Writer, buttons: Sequence[Button] = ()) -> None:
    senders = [people.get(turn.db, row.sent_by)] if row.sent_by else _managers(turn)
    _tell(turn, row, senders, write, buttons)


def tell_deciders(turn: Turn, row: ImportFile, write: Writer) -> None:
    """Who sent it and who said yes; of the operator's file every manager."""
    ids = dict.fromkeys(each for each in (row.sent_by, row.decided_by) if each)
    persons = [people.get(turn.db, each) for each in ids]
    _tell(turn, row, persons if row.sent_by else _managers(turn), write)


def _managers(turn: Turn) -> list[Person]:
    return list(people.holders(turn.db, Role.MANAGER))


def _tell(
    turn: Turn,
    row: ImportFile,
    persons: Sequence[Person],
    write: Writer,
    buttons: Sequence[Button] = (),
) -> None:
    told = []
    for person in persons:
        with turn.speaking_to(person) as words:
            topic = row.question_topic if buttons else row.topic
            key = f"{row.topic}:{row.state.value}:{person.id}"  # once, however many steps a second has
            draft = turn.alert(topic=topic, dedupe_key=key)
            told.append(turn.tell(person, write(words), buttons, draft=draft))
    if not any(told):
        raise_alarm(turn.db, turn.practice, f"nobody to tell of {row.topic}", turn.now)
