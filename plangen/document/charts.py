"""What a chart shows: finished numbers and finished words. How it is drawn is the business of `plangen.charts`.

Every number a reader could want is here both as a number, which places it, and as the words beside it.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from plangen.document.status import Mark
from plangen.document.variation import Variation

__all__ = [
    "Bar",
    "BarChart",
    "ChangeBar",
    "ChartHeight",
    "ChartSpec",
    "ChartWidth",
    "ControlChart",
    "ControlPoint",
    "FigureMarks",
    "GroupBar",
    "GroupChart",
    "PositionChart",
    "PositionRow",
    "ReferenceLine",
    "RiseAndFall",
    "Series",
    "SeriesRole",
    "ShareBar",
    "ShareSegment",
    "Signal",
    "TrendChart",
    "TrendPoint",
]


class SeriesRole(Enum):
    """What a series is to the reader. It decides colour, dash and marker together."""

    OWN = "own"
    BENCHMARK = "benchmark"
    TARGET = "target"
    OTHER = "other"


class ReferenceLine(Enum):
    """A line across a chart: of a control chart, or of a group of areas."""

    MEAN = "mean"
    LOWER_LIMIT = "lower limit"
    UPPER_LIMIT = "upper limit"
    AVERAGE = "average"
    LOWER_BOUND = "lower bound"
    UPPER_BOUND = "upper bound"


class ChartHeight(Enum):
    """How high a chart of periods is: for a page of its own, or for one of two or three on a page.

    A trend over quarters is 206 or 140 points high, a control chart 262 or 190.
    """

    FULL = "full"
    COMPACT = "compact"


class ChartWidth(Enum):
    """How wide a chart of periods is: the whole text block, or seven of its twelve columns."""

    FULL = "full"
    SEVEN_COLUMNS = "seven columns"


class TrendPoint(Struct, frozen=True):
    """A period on the axis: `label` under the tick ("Q2"), `group` under a run of them ("2015/16").

    `name` is what is read aloud for it; where there is none, group and label are.
    """

    label: str
    group: str = ""
    name: str = ""


class Series(Struct, frozen=True):
    """One line: a value for each point, or None where there is none, and the words that label each value.

    `words` is as long as `values`; where there is no value, or it is not to be labelled, its words are empty.
    `lower` and `upper` are the ends of each value's interval, None where it has none; empty where no interval is
    shown. `interval` says the latest one to a listener: "Its latest 95% confidence interval: 23.1 to 27.9".
    """

    name: str
    role: SeriesRole
    values: tuple[float | None, ...]
    words: tuple[str, ...]
    lower: tuple[float | None, ...] = ()
    upper: tuple[float | None, ...] = ()
    interval: str = ""


class FigureMarks(Struct, frozen=True):
    """How a language writes the figures beside an axis, which are chosen while the chart is drawn.

    `begins` says of an axis that does not begin at zero where it does; "{}" in it is the figure.
    """

    decimal: str = "."
    thousands: str = ","
    million: str = "m"
    billion: str = "bn"
    begins: str = "The axis begins at {}"


class TrendChart(Struct, frozen=True):
    """Values over periods: own area, with a benchmark and a target where there are any.

    `replace(chart, height=ChartHeight.COMPACT)` is the same chart, low enough for three on a page. At most four
    series, each with a value and words for every point; anything else is a ValueError. The axis begins at zero,
    unless the values differ by little for their size: then it says where it begins.
    """

    points: tuple[TrendPoint, ...]
    series: tuple[Series, ...]
    marks: FigureMarks = FigureMarks()
    height: ChartHeight = ChartHeight.FULL
    width: ChartWidth = ChartWidth.FULL

    def __post_init__(self) -> None:
        if len(self.series) > 4:
            raise ValueError("a trend shows at most four series")
        if any(len(s.values) != len(self.points) or len(s.words) != len(self.points) for s in self.series):
            raise ValueError("a series needs a value (or None) and words for each point")
        if any({len(s.lower), len(s.upper)} not in ({0}, {len(self.points)}) for s in self.series):
            raise ValueError("an interval needs a lower and an upper end (or None) for each point")


class Bar(Struct, frozen=True):
    """One horizontal bar from zero. A target is drawn in outline, an actual figure solid."""

    label: str
    value: float
    words: str
    role: SeriesRole = SeriesRole.OWN


class BarChart(Struct, frozen=True):
    """A few figures side by side, from zero."""

    bars: tuple[Bar, ...]


class ChangeBar(Struct, frozen=True):
    """A change beside others: `amount` is signed; `exception` marks the one that went the wrong way."""

    label: str
    amount: float
    words: str
    exception: bool = False


class RiseAndFall(Struct, frozen=True):
    """Changes on either side of a zero line."""

    bars: tuple[ChangeBar, ...]


class PositionRow(Struct, frozen=True):
    """A place in a group before and after: 1 is the best place."""

    label: str
    before: int
    after: int
    mark: Mark
    words: str
    judgement: str


class PositionChart(Struct, frozen=True):
    """Places among `places` areas, one row for each measure; `best` and `last` are the words for its ends."""

    places: int
    best: str
    last: str
    before: str
    after: str
    rows: tuple[PositionRow, ...]


class ShareSegment(Struct, frozen=True):
    """A part of a whole. With a `mark` it is a count of judgements and takes the judgement's colour."""

    label: str
    value: float
    words: str
    focus: bool = False
    mark: Mark | None = None


class ShareBar(Struct, frozen=True):
    """One bar in parts: answers to a question, or how many indicators are green, amber and red."""

    segments: tuple[ShareSegment, ...]


class GroupBar(Struct, frozen=True):
    """An area of the most similar group with its rank."""

    label: str
    value: float
    words: str
    rank: str
    own: bool = False


class GroupChart(Struct, frozen=True):
    """The areas of a group, best first, with the mean and, where the data gives them, bounds.

    `area` heads the column of names ("Area"), `measure` that of values ("Rate"). The words of mean and
    bounds are a name and, last, the figure: "Average 86.6", "Lower bound 73.4".
    """

    area: str
    measure: str
    bars: tuple[GroupBar, ...]
    mean: float
    mean_words: str
    lower: float | None = None
    lower_words: str = ""
    upper: float | None = None
    upper_words: str = ""


class Signal(Enum):
    """How a point of a control chart stands out."""

    USUAL = "usual"
    BETTER = "better"
    WORSE = "worse"


class ControlPoint(Struct, frozen=True):
    """One period of a control chart; `name` is what is read aloud for it, or else group and label."""

    label: str
    group: str
    value: float
    words: str
    signal: Signal = Signal.USUAL
    name: str = ""


class ControlChart(Struct, frozen=True):
    """An XmR chart: points, mean and control limits, and the runs that need a word (first, last, words).

    `first` and `last` are indices of points; where they are equal the words stand beside that point. Words up to a
    colon, or else the first two, are set stronger: "December: above the upper limit", "Seven months in a row below
    the mean". The words of mean and limits are a name and the figure: "Mean 116.9", "Upper limit 153.0".
    `variation` says of the latest value whether it is usual.
    """

    points: tuple[ControlPoint, ...]
    mean: float
    mean_words: str
    lower: float
    lower_words: str
    upper: float
    upper_words: str
    runs: tuple[tuple[int, int, str], ...] = ()
    variation: Variation | None = None
    marks: FigureMarks = FigureMarks()
    height: ChartHeight = ChartHeight.FULL


ChartSpec = TrendChart | BarChart | RiseAndFall | PositionChart | ShareBar | GroupChart | ControlChart
