"""The kept expected values are what statsmodels and scipy say, where they are installed (the extra `oracles`)."""

from __future__ import annotations

import csv

import pytest
from measures.oracles import DATA, FILES

pytest.importorskip("statsmodels")
pytest.importorskip("scipy")


@pytest.mark.parametrize("name", FILES)
def test_the_kept_values_are_those_of_the_packages(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        kept = list(csv.DictReader(file))
    for row, found in zip(kept, FILES[name](), strict=True):
        for column, value in found.items():
            if column == "source":
                continue
            try:
                assert float(row[column]) == pytest.approx(float(value), rel=1e-9)
            except ValueError:
                assert row[column] == value
