"""The inventory of an object (OCFL 1.1, clause 3.5) and its sidecar, in the one form in which plangen writes them.

An inventory has one spelling: reading accepts exactly the bytes that writing would produce. Every version is
stored whole, so the manifest follows from the versions' states and is not kept apart.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import msgspec
from msgspec import Struct

from plangen.archive.names import CHAIN, INVENTORY, content_path, version_folder
from plangen.limits.paths import unfit_path

__all__ = ["Inventory", "Recorded", "chain_bytes", "inventory_bytes", "read_inventory", "sha512", "sidecar_bytes"]

_TYPE = "https://ocfl.io/1.1/spec/#inventory"  # the identifier that clause 3.5.1 prescribes
_ID = "plangen:"
_STAMP = "%Y-%m-%dT%H:%M:%SZ"
_DIGEST = re.compile(r"[0-9a-f]{128}")
_ADDRESS = re.compile(r".*<([^<>\s@]+@[^<>\s@]+)>", re.DOTALL)


class Recorded(Struct, frozen=True):
    """What an inventory says of one version: `state` maps each of its paths to the SHA-512 of the file."""

    created: datetime
    message: str
    user: str
    state: Mapping[str, str]


class Inventory(Struct, frozen=True):
    """An object's versions up to one of them, oldest first."""

    object_id: str
    versions: tuple[Recorded, ...]

    @property
    def head(self) -> int:
        """The number of the newest version it knows."""
        return len(self.versions)

    def state(self, number: int) -> Mapping[str, str]:
        """Path to SHA-512 of every file of version `number`, the archive's own included."""
        return self.versions[number - 1].state

    def link(self, number: int) -> str | None:
        """The digest of the file in which version `number` names its predecessor's inventory."""
        return self.state(number).get(CHAIN)

    def contents(self, number: int) -> dict[str, str]:
        """Path below the object to SHA-512, of every file of version `number`."""
        return {content_path(number, path): digest for path, digest in self.state(number).items()}


def sha512(data: bytes) -> str:
    """SHA-512 as 128 small hexadecimal digits."""
    return hashlib.sha512(data).hexdigest()


def sidecar_bytes(digest: str) -> bytes:
    """The sidecar of an inventory whose SHA-512 is `digest` (OCFL 1.1, clause 3.7)."""
    return f"{digest} {INVENTORY}\n".encode("ascii")


def chain_bytes(number: int, digest: str) -> bytes:
    """The file that names the inventory of version `number`, as `sha512sum -c` reads it in the object's folder."""
    return f"{digest}  {version_folder(number)}/{INVENTORY}\n".encode("ascii")


def inventory_bytes(inventory: Inventory) -> bytes:
    """The inventory as it stands in a file."""
    manifest: dict[str, list[str]] = {}
    for number in range(1, inventory.head + 1):
        for path, digest in inventory.contents(number).items():
            manifest.setdefault(digest, []).append(path)
    content = {
        "digestAlgorithm": "sha512",
        "head": version_folder(inventory.head),
        "id": _ID + inventory.object_id,
        "manifest": {digest: sorted(paths) for digest, paths in manifest.items()},
        "type": _TYPE,
        "versions": {version_folder(i): _version_json(v) for i, v in enumerate(inventory.versions, start=1)},
    }
    return msgspec.json.format(msgspec.json.encode(content, order="sorted"), indent=1) + b"\n"


def _version_json(version: Recorded) -> dict[str, Any]:
    state: dict[str, list[str]] = {}
    for path, digest in version.state.items():
        state.setdefault(digest, []).append(path)
    return {
        "created": version.created.strftime(_STAMP),
        "message": version.message,
        "state": {digest: sorted(paths) for digest, paths in state.items()},
        "user": {"address": _address(version.user), "name": version.user},
    }


def _address(user: str) -> str:
    """An address for `user`, which OCFL asks for: the one in angle brackets, or the name itself as a data URI."""
    found = _ADDRESS.fullmatch(user)
    return f"mailto:{found[1]}" if found else "data:," + quote(user, safe="")


def read_inventory(data: bytes) -> Inventory:
    """The inventory in `data`; ValueError unless it is one that plangen wrote, to the byte."""
    try:
        content = json.loads(data)
        versions = content["versions"]
        recorded = tuple(_recorded(versions[version_folder(i)]) for i in range(1, len(versions) + 1))
        inventory = Inventory(str(content["id"]).removeprefix(_ID), recorded)
        if recorded and inventory_bytes(inventory) == data:
            return inventory
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise ValueError("not an inventory") from problem
    raise ValueError("not an inventory as plangen writes it")


def _recorded(content: Mapping[str, Any]) -> Recorded:
    state = {path: digest for digest, paths in content["state"].items() for path in paths}
    if any(unfit_path(path) or not _DIGEST.fullmatch(digest) for path, digest in state.items()):
        raise ValueError("a path that cannot be archived, or a digest that is none")
    created = datetime.strptime(content["created"], _STAMP).replace(tzinfo=UTC)
    message, user = content["message"], content["user"]["name"]
    if not (isinstance(message, str) and isinstance(user, str)):
        raise TypeError("words belong there")
    return Recorded(created, message, user, state)
