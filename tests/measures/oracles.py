"""Expected values of tests/measures/data from statsmodels and scipy.

python tests/measures/oracles.py writes them anew. The files are kept, so that the tests of the measures need none
of the packages; test_oracles.py holds them against what the packages say.
"""

from __future__ import annotations

import csv
import warnings
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent / "data"

SERIES = {
    # Made up: eight to twenty quarters or months of counts among a population that grows a little.
    "eight quarters": ("quarter", [412, 388, 450, 399, 380, 431, 470, 377], [250000, 253000]),
    "twelve quarters": ("quarter", [61, 72, 55, 49, 80, 66, 71, 43, 58, 90, 52, 60], [250000, 253000, 255000]),
    "quarters that vary little": ("quarter", [100, 120, 90, 80, 101, 119, 91, 81, 99, 121, 90, 79], [1, 1, 1]),
    "quarters in bursts": ("quarter", [30, 95, 12, 60, 88, 20, 71, 15, 25, 110, 9, 64], [1, 1, 1]),
    "years": ("year", [812, 798, 905, 760, 840, 1010, 790, 871, 802], [240000 + 1500 * n for n in range(9)]),
    "sixteen months": (
        "month",
        [22, 31, 19, 27, 25, 30, 33, 28, 24, 21, 18, 26, 40, 22, 35, 20],
        [250000, 253000],
    ),
}
"""Counts from the first period on, and the people of each year."""

TESTS = [
    # first, its people, second, its people, dispersion
    (100, 1.0, 140, 1.0, 2.5),
    (3009, 251565.0, 3210, 251565.0, 4.0),
    (7059, 251565.0, 7527, 251565.0, 3.2),
    (40, 240000.0, 70, 251565.0, 1.8),
    (400, 240000.0, 90, 100000.0, 6.0),
]


def per_year(kind: str) -> int:
    return {"quarter": 4, "month": 12, "year": 1}[kind]


def dispersions() -> Iterator[dict[str, object]]:
    """Pearson's X² over its degrees of freedom of a Poisson model with a rate for each season."""
    import numpy as np
    import statsmodels.api as sm
    from statsmodels import __version__

    for name, (kind, counts, people) in SERIES.items():
        seasons = np.array([at % per_year(kind) for at in range(len(counts))])
        exposure = np.array([people[at // per_year(kind)] for at in range(len(counts))], dtype=float)
        known = np.array([(seasons == season).sum() > 1 for season in seasons])
        dummies = np.array([seasons == season for season in sorted(set(seasons[known]))], dtype=float).T[known]
        model = sm.GLM(
            np.array(counts)[known], dummies, family=sm.families.Poisson(), offset=np.log(exposure[known])
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            fitted = model.fit(tol=1e-14)
        yield {
            "series": name,
            "pearson": repr(float(fitted.pearson_chi2)),
            "df": int(fitted.df_resid),
            "source": f"statsmodels {__version__}: GLM(Poisson) with season effects, pearson_chi2 and df_resid",
        }


def widened() -> Iterator[dict[str, object]]:
    """The score test of equal rates with the variance so many times that of Poisson counts."""
    from scipy import __version__
    from scipy.stats import binom, norm

    for first, first_of, second, second_of, times in TESTS:
        chance = binom(first + second, first_of / (first_of + second_of))
        yield {
            "first": first,
            "first_of": first_of,
            "second": second,
            "second_of": second_of,
            "dispersion": times,
            "p": repr(float(2 * norm.sf(abs(first - chance.mean()) / (times * chance.var()) ** 0.5))),
            "source": f"scipy {__version__}: 2 * norm.sf(|a - mean| / sqrt(times * var)) of binom(a + b; share)",
        }


FILES = {"dispersion.csv": dispersions, "widened.csv": widened}


def write() -> None:
    for name, rows in FILES.items():
        found = list(rows())
        with (DATA / name).open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, found[0], lineterminator="\n")
            table.writeheader()
            table.writerows(found)


if __name__ == "__main__":
    write()
