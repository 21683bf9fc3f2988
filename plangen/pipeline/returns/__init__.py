"""Returns: a form is issued, what comes back is read, and accepted item by item."""
