"""Observations to results: levels, changes, target outcomes, positions, intervals and control limits."""
