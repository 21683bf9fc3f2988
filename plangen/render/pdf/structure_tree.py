"""Write the structure tree: elements in reading order, what they hold, and the way back from the pages.

ISO 32000-1, 14.7 (structure), 14.8 (tagged PDF) and 14.9 (accessibility); ISO 14289-1, 7.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from plangen.layout.structure import Content, Element, Tag, distinct_titles
from plangen.render.pdf.name_tree import name_tree
from plangen.render.pdf.recording import Recording

__all__ = ["write_structure"]

Places = dict[Content, list[tuple[int, int]]]
"""For each content its runs of marked content: page and number (MCID)."""


def write_structure(pdf: Pdf, root: Element, recording: Recording, annotations: Sequence[Object]) -> None:
    """Give `pdf` the tree under `root`. `annotations` are those of `recording.links`, in the same order.

    Elements in which nothing was drawn are left out, except table cells: a row needs all of its cells.
    """
    writer = _Writer(pdf, recording, annotations, distinct_titles(root))
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree.K = Array([writer.write(root, tree)])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(writer.parents())))
    tree.ParentTreeNextKey = len(recording.pages) + len(annotations)
    if writer.ids:
        tree.IDTree = name_tree(pdf, writer.ids)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _Writer:
    """One walk over the tree, and the objects it made."""

    def __init__(
        self, pdf: Pdf, recording: Recording, annotations: Sequence[Object], titles: Mapping[Element, str]
    ) -> None:
        self._pdf = pdf
        self._recording = recording
        self._pages = [page.obj for page in pdf.pages]
        self._places = _places(recording)
        self._annotations = annotations
        self._titles = titles
        self._links: dict[Element, list[tuple[int, Object]]] = {}
        for link, annotation in zip(recording.links, annotations, strict=True):
            self._links.setdefault(link.element, []).append((link.page, annotation))
        self._objects: dict[Element, Object] = {}
        self.ids: list[tuple[str, Object]] = []

    def write(self, element: Element, parent: Object) -> Object:
        """The object of `element`, with everything below it."""
        target = self._pdf.make_indirect(_element(element, parent, self._recording, self._titles.get(element)))
        self._objects[element] = target
        if element.id is not None:
            self.ids.append((element.id, target))
        kids = list(self._kids(element, target))
        if kids:
            target.K = kids[0] if len(kids) == 1 else Array(kids)
        return target

    def _kids(self, element: Element, target: Object) -> Iterator[Object | int]:
        own_page: int | None = None
        for kid in element.kids:
            if isinstance(kid, Element):
                if self._holds_something(kid):
                    yield self.write(kid, target)
                continue
            for page, mcid in self._places.get(kid, ()):
                if own_page is None:
                    own_page, target.Pg = page, self._pages[page]
                same = page == own_page
                yield mcid if same else Dictionary(Type=Name.MCR, Pg=self._pages[page], MCID=mcid)
        for page, annotation in self._links.get(element, ()):
            yield Dictionary(Type=Name.OBJR, Pg=self._pages[page], Obj=annotation)

    def _holds_something(self, kid: Element | Content) -> bool:
        if isinstance(kid, Content):
            return kid in self._places
        return kid.tag in (Tag.TD, Tag.TH) or kid in self._links or any(map(self._holds_something, kid.kids))

    def parents(self) -> list[Object | int]:
        """The parent tree (14.7.4.4): pages take the first keys, annotations the next ones."""
        numbers: list[Object | int] = []
        for key, (page, contents) in enumerate(zip(self._pages, self._recording.pages, strict=True)):
            page.StructParents = key
            owners = Array([self._object(content.owner) for content in contents])
            numbers += [key, self._pdf.make_indirect(owners)]
        links = zip(self._recording.links, self._annotations, strict=True)
        for key, (link, annotation) in enumerate(links, start=len(self._pages)):
            annotation.StructParent = key
            numbers += [key, self._object(link.element)]
        return numbers

    def _object(self, element: Element) -> Object:
        if element not in self._objects:
            raise RuntimeError(f"{element} was drawn, but is not in the structure tree")
        return self._objects[element]


def _places(recording: Recording) -> Places:
    places: Places = {}
    for page, contents in enumerate(recording.pages):
        for mcid, content in enumerate(contents):
            places.setdefault(content, []).append((page, mcid))
    return places


def _element(element: Element, parent: Object, recording: Recording, title: str | None) -> Dictionary:
    texts = {
        "/Alt": element.alt,
        "/ActualText": element.actual_text,
        "/E": element.expansion,
        "/Lang": element.language,
        "/T": title,
        "/ID": element.id,
    }
    said = {key: String(text) for key, text in texts.items() if text is not None}
    target = Dictionary({"/Type": Name.StructElem, "/S": _name(element.tag), "/P": parent, **said})
    attributes = list(_attributes(element, recording))
    if attributes:
        target.A = attributes[0] if len(attributes) == 1 else Array(attributes)
    return target


@cache
def _name(tag: Tag) -> Name:
    return Name("/" + tag.value)


def _attributes(element: Element, recording: Recording) -> Iterator[Dictionary]:
    """Attribute objects by owner (14.8.5): Table, List and Layout."""
    table: dict[str, Name | String | int] = {}
    if element.scope is not None:
        table["/Scope"] = Name("/" + element.scope.value)
    if element.column_span != 1:
        table["/ColSpan"] = element.column_span
    if element.row_span != 1:
        table["/RowSpan"] = element.row_span
    if element.summary is not None:
        table["/Summary"] = String(element.summary)
    if table:
        yield Dictionary({"/O": Name.Table, **table})
    if element.numbering is not None:
        yield Dictionary(O=Name.List, ListNumbering=Name("/" + element.numbering.value))
    if element in recording.boxes:
        yield Dictionary(O=Name.Layout, BBox=Array(recording.boxes[element]))
