"""What stands in a line of Markdown beside plain words: strong words, links, other languages, notes, figures."""

from __future__ import annotations

from collections.abc import Sequence

from random_documents.words import ENDLESS, LANGUAGES, Passage, Writer

__all__ = ["Notes", "rich_paragraph"]


class Notes:
    """The footnotes of one file: marks are given out in order, and their texts kept for its end."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.texts: list[str] = []

    def mark(self) -> str:
        """The mark of a new note."""
        self.texts.append(self.writer.sentence(40))
        return f"[^n{len(self.texts)}]"

    def passages(self) -> list[Passage]:
        """The notes, each a paragraph of its own."""
        return [Passage(f"[^n{at}]: {text}", (text,)) for at, text in enumerate(self.texts, 1)]


def rich_paragraph(writer: Writer, notes: Notes | None, expressions: Sequence[str], most: int = 5) -> Passage:
    """Sentences with marked words among them; the texts end where a mark or a computed figure stands."""
    source: list[str] = []
    texts = [""]
    for _ in range(writer.number(1, most)):
        said = writer.sentence()
        source.append(said)
        texts[-1] += said
        marked, shown = _marked(writer, notes, expressions)
        if marked:
            source.append(marked)
            texts = [*texts, ""] if shown is None else [*texts[:-1], texts[-1] + shown]
    return Passage(_spaced(source), tuple(text for text in texts if text))


def _marked(writer: Writer, notes: Notes | None, expressions: Sequence[str]) -> tuple[str, str | None]:
    """Markdown that follows a sentence, and its words; None where plangen makes them."""
    drawn = writer.rng.random()
    if drawn < 0.08:
        words = writer.words(2)
        return f"**{words}**", words
    if drawn < 0.13:
        words = writer.words(3)
        return f"[{words}](https://www.example.org/{writer.word(8) if writer.chance(0.5) else 'a'})", words
    if drawn < 0.18:
        language = writer.rng.choice(tuple(LANGUAGES))
        words = " ".join(writer.rng.choices(LANGUAGES[language], k=writer.number(1, 7)))
        return f"[{words}]{{lang={language}}}", words
    if drawn < 0.20:
        word = writer.rng.choice(ENDLESS)
        return word, word
    if drawn < 0.27 and notes is not None:
        return notes.mark(), None
    if drawn < 0.34 and expressions:
        return f"{{{{ {writer.rng.choice(expressions)} }}}}", None
    return "", ""


def _spaced(parts: list[str]) -> str:
    """With a space between all of them but before the mark of a note."""
    return " ".join(parts).replace(" [^", "[^")
