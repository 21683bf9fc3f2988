"""The format-neutral document: what a page says, in which order, and nothing about how a format writes it."""
