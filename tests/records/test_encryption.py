"""Sealed values: opened by the keys in their own place, and by nothing else."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from bot.records import encryption, people
from bot.records.danger_alerts import DangerAlert
from bot.records.encryption import Keyring, KeyringError, new_key
from bot.records.inbox import InboxRow
from bot.records.therapy_sessions import TherapySession
from tests.practice import KEY
from tests.records.rows import NOW, People, book

OLD, NEW = new_key(), new_key()
any_text = st.text(st.characters(codec=None))  # lone surrogates too


def alert(words: str) -> DangerAlert:
    row = DangerAlert(chat_id=1, raised_at=NOW)
    row.words = words
    return row


# --- round trips


@given(any_text)
def test_any_text_comes_back(words: str) -> None:
    assert alert(words).words == words


def test_lone_halves_of_characters_come_back() -> None:
    assert alert("a\ud83d \udc00").words == "a\ud83d \udc00"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | any_text,
        lambda inner: st.lists(inner) | st.dictionaries(any_text, inner),
        max_leaves=8,
    )
)
def test_any_json_comes_back(value: object) -> None:
    row = InboxRow(bot_id=1, update_id=1, received_at=NOW)
    row.raw = value
    assert row.raw == value


@given(st.binary(), st.text())
def test_any_bytes_come_back(plain: bytes, place: str) -> None:
    ring = Keyring.parse(f"{NEW},{OLD}")
    sealed = ring.seal(plain, "a.b.c")
    assert ring.open(sealed, "a.b.c") == plain
    assert len(plain) < 4 or plain not in sealed


@pytest.mark.parametrize(("place", "is_sealed"), [(None, False), ("", True), ("Room 2", True)])
def test_none_is_none_and_empty_is_empty(place: str | None, *, is_sealed: bool) -> None:
    row = TherapySession(client_id=1, psychologist_id=1, starts_at=NOW, minutes=50, created_at=NOW)
    row.place = "Room 1"
    row.place = place
    assert row.place == place
    assert (row.place_sealed is not None) == is_sealed


def test_the_same_words_never_look_the_same() -> None:
    row = alert("words")
    before = row.words_sealed
    row.words = "words"
    assert row.words_sealed != before


def test_a_sealed_value_comes_back_from_the_database(db: Session, cast: People) -> None:
    row = book(db, cast.anna)
    row.note, row.place = "Ich schaffe es nicht 😢", "Room 2"
    db.flush()
    db.expire_all()
    assert (row.note, row.place, row.link) == ("Ich schaffe es nicht 😢", "Room 2", None)


# --- what doesn't open


def test_a_value_that_was_moved_to_another_row_does_not_open() -> None:
    hers, his = alert("hers"), alert("his")
    his.words_sealed = hers.words_sealed
    with pytest.raises(KeyringError, match="was changed or moved"):
        _ = his.words


def test_a_value_that_was_moved_to_another_column_does_not_open() -> None:
    row = TherapySession(client_id=1, psychologist_id=1, starts_at=NOW, minutes=50, created_at=NOW)
    row.note = "a note"
    row.place_sealed = row.note_sealed
    with pytest.raises(KeyringError, match="was changed or moved"):
        _ = row.place


def test_a_value_that_was_moved_to_another_table_does_not_open() -> None:
    """Even with the row's random id and a column of the same name."""
    ring = Keyring.parse(KEY)
    sealed = ring.seal(b"words", "danger_alert.words_sealed.1234")
    with pytest.raises(KeyringError, match="was changed or moved"):
        ring.open(sealed, "concern.words_sealed.1234")


def test_a_value_of_which_any_byte_was_changed_does_not_open() -> None:
    ring = Keyring.parse(KEY)
    sealed = ring.seal(b"words", "place")
    for number in range(len(sealed)):
        changed = bytearray(sealed)
        changed[number] ^= 1
        with pytest.raises(KeyringError):
            ring.open(bytes(changed), "place")
    for length in range(len(sealed)):
        with pytest.raises(KeyringError):
            ring.open(sealed[:length], "place")


def test_errors_name_the_place_and_never_the_words() -> None:
    row = alert("hopeless")
    encryption.use_keyring(Keyring.parse(NEW))
    with pytest.raises(KeyringError, match="ENCRYPTION_KEYS lacks the key that sealed") as error:
        _ = row.words
    assert "hopeless" not in str(error.value) and NEW not in str(error.value)
    assert error.value.__cause__ is None


# --- keys


@pytest.mark.parametrize(
    "text",
    ["", " , ", "short", KEY[:-4], KEY + "AAAA", "?" + KEY[1:], "z" * 64, "ä" * 44, KEY + "!"],
)
def test_what_is_no_key_is_refused_with_what_prints_one(text: str) -> None:
    with pytest.raises(KeyringError, match="`between-sessions new-key` prints one") as error:
        Keyring.parse(text)
    assert not text.strip(" ,") or text not in str(error.value)


@pytest.mark.parametrize(
    "form", ["{0}", "{0}\n", " {0} ", "{1}", "{2}", "{3}", "{0},{4}", "{0} {4}"]
)
def test_a_key_may_be_written_in_several_ways(form: str) -> None:
    material = bytes(range(200, 232))
    url_safe = base64.urlsafe_b64encode(material).decode()
    ways = (url_safe, url_safe.rstrip("="), base64.b64encode(material).decode(), material.hex())
    ring = Keyring.parse(form.format(*ways, OLD))
    assert ring.open(Keyring([material]).seal(b"x", "p"), "p") == b"x"


def test_fresh_keys_differ_and_can_be_used() -> None:
    assert NEW != OLD
    Keyring.parse(NEW)


def test_with_a_new_key_before_it_the_old_one_still_opens_and_the_new_one_seals() -> None:
    before, after, later = Keyring.parse(OLD), Keyring.parse(f"{NEW},{OLD}"), Keyring.parse(NEW)
    old, new = before.seal(b"old", "p"), after.seal(b"new", "p")
    assert (after.open(old, "p"), after.open(new, "p"), later.open(new, "p")) == (
        b"old",
        b"new",
        b"new",
    )
    for ring, sealed in ((before, new), (later, old)):
        with pytest.raises(KeyringError, match="lacks the key"):
            ring.open(sealed, "p")


# --- hashes


def test_the_hash_is_the_same_for_what_people_take_for_the_same() -> None:
    ring = Keyring.parse(KEY)
    for other in ("anna brown", " Anna  Brown ", "ANNA BROWN", "Anna\tBrown"):
        assert ring.hash(other) == ring.hash("Anna Brown")
    assert ring.hash("Zoe\u0308 Strasse") == ring.hash("Zoë Straße")
    assert ring.hash("Anna Browne") != ring.hash("Anna Brown")
    assert ring.hash("Anna Brown") != Keyring.parse(NEW).hash("Anna Brown")


@given(any_text)
def test_any_text_has_a_hash_that_hides_it(value: str) -> None:
    assert len(Keyring.parse(KEY).hash(value)) == 32


def test_somebody_is_found_by_name_after_a_new_key(db: Session, cast: People) -> None:
    for keys in (f"{NEW},{KEY}", f"{OLD},{NEW},{KEY}"):
        encryption.use_keyring(Keyring.parse(keys))
        assert [each.id for each in people.named(db, "anna brown")] == [cast.anna.id]
        assert cast.anna.name == "Anna Brown"
    encryption.use_keyring(Keyring.parse(NEW))
    assert people.named(db, "Anna Brown") == []
