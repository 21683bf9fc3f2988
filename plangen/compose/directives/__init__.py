"""Directives: `:::{name}` in a chapter asks for a part of the page. Each family has its own module."""
