"""Document in, PDF out: the only place that knows reportlab and pikepdf."""
