"""A document as claims: what its cells, chart labels and sentences say of a measure.

And which speak of the same.
"""
