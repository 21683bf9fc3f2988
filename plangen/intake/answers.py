"""An answer to a question, put where the mapping keeps it, so that the file can be read again with it."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.intake.mapping import tables_for
from plangen.intake.understanding import AnswerPlace, Question
from plangen.model.import_mapping import (
    LEAVE_OUT,
    Answer,
    ImportMapping,
    MonthsAre,
    PercentAs,
    TableAnswers,
    YearIs,
)

__all__ = ["choices", "with_answer"]


def choices(question: Question) -> tuple[str, ...]:
    """What may be answered, beside words of one's own; nothing where the file itself has to be corrected."""
    match question.subject:
        case AnswerPlace.ROW | AnswerPlace.COLUMN:
            return (*question.options, LEAVE_OUT)
        case AnswerPlace.YEAR:
            return tuple(one.value for one in YearIs)
        case AnswerPlace.MONTHS:
            return tuple(one.value for one in MonthsAre)
        case AnswerPlace.PERCENT:
            return tuple(one.value for one in PercentAs)
        case AnswerPlace.AREA | AnswerPlace.VALUE:
            return question.options
        case AnswerPlace.NOTHING:
            return ()


def with_answer(mapping: ImportMapping, question: Question, answer: str) -> ImportMapping:
    """The mapping with an answer to the question. Raises ValueError for one that is none of its kind."""
    if question.subject is AnswerPlace.YEAR:
        return replace(mapping, year={**mapping.year, question.text: YearIs(answer)})
    here = next(iter(tables_for(mapping, question.sheet)), None)
    table = here or TableAnswers(sheet=question.sheet)
    made = _with(table, question, answer)
    tables = tuple(made if one is here else one for one in mapping.tables)
    return replace(mapping, tables=tables if here else (*mapping.tables, made))


def _with(table: TableAnswers, question: Question, answer: str) -> TableAnswers:
    text = question.text
    match question.subject:
        case AnswerPlace.ROW:
            return replace(table, rows={**table.rows, text: Answer(answer)})
        case AnswerPlace.COLUMN:
            return replace(table, columns={**table.columns, text: Answer(answer)})
        case AnswerPlace.AREA:
            return replace(table, areas={**table.areas, text: answer})
        case AnswerPlace.VALUE:
            return replace(table, values={**table.values, text: answer})
        case AnswerPlace.MONTHS:
            return replace(table, months=MonthsAre(answer))
        case AnswerPlace.PERCENT:
            known = table.rows.get(text, Answer())
            row = replace(known, to=known.to or question.options[0], percent=PercentAs(answer))
            return replace(table, rows={**table.rows, text: row})
        case _:
            raise ValueError("this is answered in the file itself")
