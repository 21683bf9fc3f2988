"""The catalogue: every code by its name, in a module for each subject; `codes.NOT_A_NUMBER` is PG203."""

from __future__ import annotations

from plangen.diagnostics.codes.archive_editions import *
from plangen.diagnostics.codes.archive_proofs import *
from plangen.diagnostics.codes.archive_storage import *
from plangen.diagnostics.codes.audit import *
from plangen.diagnostics.codes.begun_editions import *
from plangen.diagnostics.codes.commentary_files import *
from plangen.diagnostics.codes.documents import *
from plangen.diagnostics.codes.editions import *
from plangen.diagnostics.codes.environment import *
from plangen.diagnostics.codes.expressions import *
from plangen.diagnostics.codes.files import *
from plangen.diagnostics.codes.imported_figures import *
from plangen.diagnostics.codes.narrative import *
from plangen.diagnostics.codes.received_files import *
from plangen.diagnostics.codes.records import *
from plangen.diagnostics.codes.returned_forms import *
from plangen.diagnostics.codes.tables import *
