"""A workspace kept open: an edit costs what it changes. See `session` for the edition, `changes` for the files.

session = Session(root, EditionName.of(EditionKind.PACK, "2016-17-q2"))
session.update()                                  # reads and draws everything
update = session.update(["content/glossary.yaml"])
for number in update.pages:
    show(session.page(number))
"""

from __future__ import annotations

from plangen.pipeline.session.session import Session
from plangen.pipeline.session.update import Update

__all__ = ["Session", "Update"]
