"""What people wrote, names and numbers are unreadable without the practice's keys."""

import base64
import binascii
import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self, overload

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from sqlmodel import Field

KEY_BYTES = 32
_FORMAT = b"\x01"
_KEY_ID_BYTES = 4
_NONCE_BYTES = 12
_HEAD_BYTES = len(_FORMAT) + _KEY_ID_BYTES + _NONCE_BYTES


class KeyringError(ValueError):
    """The keys are missing or malformed, or do not open what is stored."""


def new_key() -> str:
    """A fresh key as it stands in ENCRYPTION_KEYS: 32 random bytes, base64url."""
    return base64.urlsafe_b64encode(os.urandom(KEY_BYTES)).decode()


class _Key:
    def __init__(self, material: bytes) -> None:
        self.id = hashlib.sha256(b"id" + material).digest()[:_KEY_ID_BYTES]
        self.cipher = AESGCM(HKDFExpand(SHA256(), KEY_BYTES, b"seal").derive(material))
        self.hash_key = HKDFExpand(SHA256(), KEY_BYTES, b"hash").derive(material)


class Keyring:
    """The practice's keys, newest first: the first one seals, each of them opens.

    Sealed value: format byte, 4-byte key id, 12-byte random nonce, AES-256-GCM ciphertext.
    The associated data is table, column and the row's random id, so that a value copied to
    another place does not open (NIST SP 800-38D).
    """

    def __init__(self, materials: Sequence[bytes]) -> None:
        if not materials or any(len(material) != KEY_BYTES for material in materials):
            raise KeyringError("each key is 32 bytes; `between-sessions new-key` prints one")
        self._keys = [_Key(material) for material in materials]

    @classmethod
    def parse(cls, text: str) -> "Keyring":
        """Read ENCRYPTION_KEYS: keys in base64 or hexadecimal, separated by commas."""
        return cls([_material(part) for part in text.replace(",", " ").split()])

    def seal(self, plain: bytes, place: str) -> bytes:
        key, nonce = self._keys[0], os.urandom(_NONCE_BYTES)
        return _FORMAT + key.id + nonce + key.cipher.encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        if not sealed.startswith(_FORMAT) or len(sealed) < _HEAD_BYTES:
            raise KeyringError(f"a value of {place} was changed or is of a later version")
        key_id = sealed[len(_FORMAT) : len(_FORMAT) + _KEY_ID_BYTES]
        nonce, ciphertext = sealed[_HEAD_BYTES - _NONCE_BYTES : _HEAD_BYTES], sealed[_HEAD_BYTES:]
        for key in self._keys:
            if key.id == key_id:
                try:
                    return key.cipher.decrypt(nonce, ciphertext, place.encode())
                except InvalidTag:
                    raise KeyringError(f"a value of {place} was changed or moved") from None
        raise KeyringError("ENCRYPTION_KEYS lacks the key that sealed what is stored")

    def hash(self, value: str) -> bytes:
        """A keyed hash for equality, under the newest key."""
        return self.hashes(value)[0]

    def hashes(self, value: str) -> list[bytes]:
        """The keyed hash of `value` under each key, so that look-ups outlive a new key."""
        plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", value).casefold())
        data = " ".join(plain.split()).encode("utf-8", "surrogatepass")
        return [hmac.digest(key.hash_key, data, "sha256") for key in self._keys]


def _material(text: str) -> bytes:
    try:
        if len(text) == 2 * KEY_BYTES:
            return bytes.fromhex(text)
        padded = text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4)
        altchars = b"-_" if set("-_") & set(text) else None
        return base64.b64decode(padded, altchars, validate=True)
    except (binascii.Error, ValueError):
        raise KeyringError("a key is not base64; `between-sessions new-key` prints one") from None


_keyring: Keyring | None = None


def use_keyring(keyring: Keyring) -> None:
    """Set the keys of this process. A process serves one practice, so there is one keyring."""
    global _keyring
    _keyring = keyring


def keyring() -> Keyring:
    assert _keyring is not None, "use_keyring() comes before the first row"
    return _keyring


def random_row_id() -> str:
    """The random id that binds a row's sealed values to the row (not guessable, never reused)."""
    return secrets.token_hex(8)


def sealed_column() -> Any:
    """The column behind a sealed attribute that is always there: set through the attribute."""
    return Field(default=None, nullable=False)


class _Sealed(property):
    """An attribute that is sealed in the column of the same name plus `_sealed`."""

    def __init__(self, name: str) -> None:
        self._column = f"{name}_sealed"
        super().__init__(self._read, self._write)

    def _place(self, row: Any) -> str:
        return self._place_of(row.__tablename__, row.seal_id)

    def _place_of(self, table: str, seal_id: str) -> str:
        return f"{table}.{self._column}.{seal_id}"

    def _read(self, row: Any) -> Any:
        sealed = getattr(row, self._column)
        return None if sealed is None else self._decode(keyring().open(sealed, self._place(row)))

    def opened(self, sealed: bytes, table: str, seal_id: str) -> Any:
        """The value of a row of which only these columns were read: for many rows at once."""
        return self._decode(keyring().open(sealed, self._place_of(table, seal_id)))

    def _write(self, row: Any, value: Any) -> None:
        plain = None if value is None else self._encode(value)
        sealed = None if plain is None else keyring().seal(plain, self._place(row))
        setattr(row, self._column, sealed)

    def _encode(self, value: Any) -> bytes:
        return str(value).encode("utf-8", "surrogatepass")

    def _decode(self, plain: bytes) -> Any:
        return plain.decode("utf-8", "surrogatepass")


class SealedText(_Sealed):
    """A sealed text that is always there."""

    if TYPE_CHECKING:

        @overload
        def __get__(self, row: None, owner: type, /) -> Self: ...
        @overload
        def __get__(self, row: Any, owner: type | None = None, /) -> str: ...
        def __get__(self, row: Any, owner: type | None = None, /) -> Any: ...


class SealedTextOrNone(_Sealed):
    """A sealed text that may be missing."""

    if TYPE_CHECKING:

        @overload
        def __get__(self, row: None, owner: type, /) -> Self: ...
        @overload
        def __get__(self, row: Any, owner: type | None = None, /) -> str | None: ...
        def __get__(self, row: Any, owner: type | None = None, /) -> Any: ...


class SealedJson(_Sealed):
    """A sealed JSON value."""

    def _encode(self, value: Any) -> bytes:
        return json.dumps(value, separators=(",", ":")).encode()

    def _decode(self, plain: bytes) -> Any:
        return json.loads(plain)


class SealedJsonOrNone(SealedJson):
    """A sealed JSON value that may be missing."""
