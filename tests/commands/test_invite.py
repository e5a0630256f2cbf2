"""The link: alone on its line, good once, and only made when it can be used."""

from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import select

from bot.clock import Clock
from bot.qr_codes import qr_png
from bot.records import invitations
from bot.records.audit import AuditEntry
from bot.records.invitations import Invitation
from bot.records.people import Person
from tests.commands.conftest import NOBODY_ANSWERS, Operator

LINK = "https://t.me/simulated_bot?start="


def is_good(operator: Operator, link: str) -> bool:
    code = link.strip().removeprefix(LINK)
    return operator.looks(lambda db: invitations.find(db, code, Clock().now())) is not None


def test_the_link_stands_alone_where_a_script_can_read_it(connected: Operator) -> None:
    result = connected.types("invite", "anna brown")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    assert line.startswith(LINK) and len(line) == len(LINK) + 20
    assert result.stderr == "Good once, for 14 days. Give it to nobody else.\n"
    assert is_good(connected, line)
    actions = connected.looks(lambda db: db.exec(select(AuditEntry.action)).all())
    assert actions[-1] == "invite"


def test_a_new_link_ends_the_one_before_and_nobody_else_s(connected: Operator) -> None:
    old, maria_s = connected.gets("invite", "Anna Brown"), connected.gets("invite", "Maria Santos")
    new = connected.gets("invite", "Anna Brown")
    assert [is_good(connected, link) for link in (old, maria_s, new)] == [False, True, True]


def test_sending_it_again_says_that_the_one_before_is_over(connected: Operator) -> None:
    connected.gets("invite", "Anna Brown")
    assert connected.types("invite", "Anna Brown").stderr == (
        "Good once, for 14 days. Give it to nobody else.\n"
        "The link that was made before no longer works.\n"
    )


def test_who_is_connected_already_moves_to_the_new_telephone(connected: Operator) -> None:
    connected.looks(lambda db: db.execute(update(Person).values(telegram_id=Person.id)))
    said = connected.types("invite", "Anna Brown").stderr
    assert "Opening this link connects the new telephone instead" in said


def test_who_has_left_gets_no_link(connected: Operator) -> None:
    now = Clock().now()
    connected.looks(lambda db: db.execute(update(Person).values(left_at=now)))
    assert connected.is_refused("invite", "Maria Santos") == (
        "«Maria Santos» has left the practice, so no link was made."
    )


def test_revoking_ends_the_link(connected: Operator) -> None:
    link = connected.gets("invite", "Anna Brown")
    maria_s = connected.gets("invite", "Maria Santos")
    connected.sets(TELEGRAM_API_URL=NOBODY_ANSWERS)
    assert connected.gets("invite", "Anna Brown", "--revoke") == "1 link revoked.\n"
    assert [is_good(connected, each) for each in (link, maria_s)] == [False, True]
    assert connected.gets("invite", "Anna Brown", "--revoke") == (
        "No link was waiting. 0 changes.\n"
    )
    actions = connected.looks(lambda db: db.exec(select(AuditEntry.action)).all())
    assert actions[-2:] == ["invite", "revoke invitation"]
    words = ["invite", "Anna Brown", "--revoke", "--qr", "anna.png"]
    assert connected.is_refused(*words).startswith("--revoke makes no link")


# --- files


def test_the_link_is_drawn_and_handed_out(connected: Operator) -> None:
    connected.sets(PRACTICE_NAME="Riverside", PRACTICE_COUNTRY="AU")
    link = connected.gets("invite", "anna brown", "--qr", "a.png", "--hand-out", "a.html").strip()
    assert Path("a.png").read_bytes() == qr_png(link)
    sheet = Path("a.html").read_text("utf-8")
    assert sheet.count(link) == 2 and "<svg" in sheet and "{" not in sheet.partition("</style>")[2]
    assert "For Anna B." in sheet and "Riverside" in sheet and "000" in sheet
    for file in ("a.png", "a.html"):
        assert Path(file).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--qr", "mine"], "mine is there already: name another file. No link was made."),
        (["--hand-out", "new", "--qr", "mine"], "mine is there already"),
        (["--hand-out", "new", "--qr", "new"], "new is there already"),
        (["--qr", "nowhere/a.png"], "nowhere/a.png can't be written: No such file or directory."),
        (["--qr", "."], "is a directory"),
    ],
)
def test_files_that_can_t_be_written(connected: Operator, words: list[str], sentence: str) -> None:
    old = connected.gets("invite", "Anna Brown")
    Path("mine").write_text("mine")
    assert sentence in connected.is_refused("invite", "Anna Brown", *words)
    assert is_good(connected, old)
    assert Path("mine").read_text() == "mine"
    assert not Path("new").exists()


def test_where_no_link_comes_of_it_no_file_is_left(connected: Operator) -> None:
    words = ["--hand-out", "sheet.html"]
    said = connected.is_refused("invite", "Maria Santos", *words)
    assert said == "The sheet is for clients. For staff the link or --qr is enough."
    connected.sets(TELEGRAM_API_URL=NOBODY_ANSWERS)
    connected.is_refused("invite", "Anna Brown", *words)
    assert not Path("sheet.html").exists()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Anna", "Nobody here is called «Anna». Names must be written in full."),
        ("", "Nobody here is called «»."),
        ("\udcff", "Nobody here is called"),
    ],
)
def test_nobody_of_this_name(connected: Operator, name: str, sentence: str) -> None:
    assert connected.is_refused("invite", name).startswith(sentence)


def test_without_telegram_no_link_is_made_and_the_old_one_still_works(connected: Operator) -> None:
    old = connected.gets("invite", "Anna Brown")
    connected.sets(TELEGRAM_API_URL=NOBODY_ANSWERS)
    assert connected.is_refused("invite", "Anna Brown") == (
        "Telegram can't be reached, so no link was made. Try again."
    )
    assert is_good(connected, old)


def test_with_a_wrong_token_no_link_is_made(connected: Operator) -> None:
    connected.sets(TELEGRAM_BOT_TOKEN="1000000:wrong")
    assert connected.is_refused("invite", "Anna Brown") == (
        "Telegram doesn't know TELEGRAM_BOT_TOKEN. Nothing was changed."
    )
    assert connected.looks(lambda db: db.exec(select(Invitation)).all()) == []
