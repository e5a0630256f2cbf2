"""The files that went through the simulated Telegram."""

import struct
from itertools import count
from urllib.parse import quote

from bot.simulator.bubbles import Media, StoredFile

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
JPEG_SIZE_MARKERS = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD})
FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "sticker": "stickers"}

FILES_PATH = "/simulator/files"


class FileStore:
    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._numbers = count(1)

    def keep(self, kind: str, data: bytes, *, name: str, mime_type: str) -> StoredFile:
        number = next(self._numbers)
        extension = name.rpartition(".")[2]
        file = StoredFile(
            file_id=f"Simulated{kind.capitalize()}{number:08d}AgADAQADAgAD",
            unique_id=f"AQAD{number:08d}",
            path=f"{FOLDERS[kind]}/file_{number}.{extension}",
            name=name,
            mime_type=mime_type,
            data=data,
        )
        self._by_id[file.file_id] = file
        return file

    def by_id(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def by_unique_id(self, unique_id: str) -> StoredFile | None:
        return next((file for file in self._by_id.values() if file.unique_id == unique_id), None)

    def by_path(self, path: str) -> StoredFile | None:
        return next((file for file in self._by_id.values() if file.path == path), None)


def url_of(file: StoredFile) -> str:
    """Where a page of the simulator finds it."""
    return f"{FILES_PATH}/{file.unique_id}/{quote(file.name, safe='')}"


def picture_type(data: bytes) -> str | None:
    """The mime type of a PNG, JPEG, GIF or WebP by what is in it; None for anything else."""
    if data.startswith(PNG):
        return "image/png"
    if data.startswith(JPEG):
        return "image/jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG; None for anything else."""
    if data.startswith(PNG) and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data.startswith(JPEG):
        return _jpeg_size(data)
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    place = 2
    while place + 9 <= len(data):
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4])
        if marker in JPEG_SIZE_MARKERS:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += 2 + length
    return None


def photo(file: StoredFile) -> Media:
    width, height = picture_size(file.data) or (1, 1)
    return Media("photo", [file.json() | {"width": width, "height": height}], file)


def document(file: StoredFile) -> Media:
    shape = file.json() | {"file_name": file.name, "mime_type": file.mime_type}
    return Media("document", shape, file)


def voice(file: StoredFile, seconds: int) -> Media:
    return Media("voice", file.json() | {"duration": seconds, "mime_type": file.mime_type}, file)


def sticker(file: StoredFile, emoji: str) -> Media:
    size = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
    return Media("sticker", file.json() | size | {"type": "regular", "emoji": emoji}, file)
