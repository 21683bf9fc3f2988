"""What is kept on disk is what would be drawn, and a damaged entry never shows."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from chart_examples import examples, share, trend
from msgspec.structs import replace

from plangen.charts import draw
from plangen.charts.cache import DrawingCache, drawing_key
from plangen.document.charts import ChartHeight, TrendChart, TrendPoint
from plangen.document.theme import Colour, Colours, Theme

_DRAW = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from chart_examples import examples
from plangen.charts.cache import DrawingCache
from plangen.document.drawing_json import drawing_to_json
from plangen.document.theme import Theme
cache = DrawingCache(Path(sys.argv[2]))
for name, spec in examples().items():
    print(name, drawing_to_json(cache.draw(spec, Theme())))
print(sorted({"matplotlib", "numpy"} & set(sys.modules)))
"""


def drawn_by_another_process(folder: Path) -> list[str]:
    arguments = [sys.executable, "-c", _DRAW, str(Path(__file__).parent), str(folder)]
    return subprocess.run(arguments, capture_output=True, check=True, text=True).stdout.splitlines()


@pytest.mark.parametrize("name", sorted(examples()))
def test_a_drawing_from_the_cache_equals_the_drawn_one(name: str, tmp_path: Path) -> None:
    spec = examples()[name]
    first = DrawingCache(tmp_path).draw(spec, Theme())
    kept = DrawingCache(tmp_path).draw(spec, Theme())
    assert first == kept == draw(spec, Theme()) == DrawingCache(None).draw(spec, Theme())


def test_a_second_process_imports_neither_matplotlib_nor_numpy(tmp_path: Path) -> None:
    first = drawn_by_another_process(tmp_path)
    second = drawn_by_another_process(tmp_path)
    assert first[:-1] == second[:-1]
    assert (first[-1], second[-1]) == ("['matplotlib', 'numpy']", "[]")


def test_two_processes_may_fill_one_folder_at_the_same_time(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        one, other = pool.map(drawn_by_another_process, [tmp_path, tmp_path])
    assert one == other
    assert len(list(tmp_path.iterdir())) == len(examples())


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("480.0", "481.0"),
        lambda text: "\x00\xff" + text,
        lambda text: "somebody else's file",
        lambda text: text.partition("\n")[0] + "\n[]",
    ],
)
def test_a_damaged_entry_is_drawn_again(damage: object, tmp_path: Path) -> None:
    assert callable(damage)
    expected = DrawingCache(tmp_path).draw(share(), Theme())
    (entry,) = tmp_path.iterdir()
    sound = entry.read_bytes()
    entry.write_text(damage(sound.decode("ascii")), encoding="utf-8")
    assert DrawingCache(tmp_path).draw(share(), Theme()) == expected
    assert entry.read_bytes() == sound


def test_a_folder_in_place_of_an_entry_is_done_without(tmp_path: Path) -> None:
    expected = DrawingCache(tmp_path).draw(share(), Theme())
    (entry,) = tmp_path.iterdir()
    entry.unlink()
    entry.mkdir()
    assert DrawingCache(tmp_path).draw(share(), Theme()) == expected
    assert list(tmp_path.iterdir()) == [entry], "nothing half-written is left"


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    assert DrawingCache(in_the_way / "cache").draw(share(), Theme()) == draw(share(), Theme())


def test_the_key_follows_everything_a_drawing_depends_on() -> None:
    other_theme = Theme(colours=replace(Colours(), navy=Colour("#000033")))
    other_spec = replace(trend(), height=ChartHeight.COMPACT)
    keys = {
        drawing_key(trend(), Theme(), "code"),
        drawing_key(other_spec, Theme(), "code"),
        drawing_key(trend(), other_theme, "code"),
        drawing_key(trend(), Theme(), "other code"),
        drawing_key(TrendChart((), ()), Theme(), "code"),
        drawing_key(TrendChart((TrendPoint("", ""),), ()), Theme(), "code"),
    }
    assert len(keys) == 6


def test_the_key_does_not_depend_on_the_hash_seed() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from chart_examples import trend;"
        "from plangen.charts.cache import drawing_key; from plangen.document.theme import Theme;"
        "print(drawing_key(trend(), Theme(), 'code'))"
    )
    arguments = [sys.executable, "-c", program, str(Path(__file__).parent)]
    keys = {
        subprocess.run(
            arguments, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(keys) == 1


def test_what_was_not_used_for_longest_makes_room(tmp_path: Path) -> None:
    """Three drawings, the second of them used last: with room for one, it is the one that stays."""
    specs = _four_charts()
    cache = DrawingCache(tmp_path)
    files = []
    for age, spec in enumerate(specs[:3]):
        cache.draw(spec, Theme())
        (file,) = set(tmp_path.iterdir()) - set(files)
        os.utime(file, (1_000_000 + age, 1_000_000 + age))
        files.append(file)
    DrawingCache(tmp_path).draw(specs[1], Theme())
    DrawingCache(tmp_path, limit=files[1].stat().st_size).draw(specs[3], Theme())
    left = set(tmp_path.iterdir())
    assert left & set(files) == {files[1]}
    assert len(left) == 2


def _four_charts() -> list[TrendChart]:
    return [
        replace(trend(), points=tuple(TrendPoint(f"{p.label}{n}", p.group) for p in trend().points))
        for n in "abcd"
    ]
