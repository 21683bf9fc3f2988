"""One rule, one file: each looks through a text for one kind of disagreement."""
