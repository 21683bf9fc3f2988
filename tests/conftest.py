"""Shared by all tests. That this file stands here puts `tests/` on the path, for `render.tag_tree` and others."""
