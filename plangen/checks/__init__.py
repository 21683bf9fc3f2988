"""Figures held against each other: rules over sentences and tables, with no knowledge of how they were made."""
