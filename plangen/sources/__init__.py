"""Files -> model: YAML with places, Markdown, tables, pictures; every problem of a workspace in one run."""
