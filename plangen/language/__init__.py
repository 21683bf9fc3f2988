"""The languages that an edition can be written in."""
