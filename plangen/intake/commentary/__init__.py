"""Commentary in Word: what a document holds, which reference each part is about, and its Markdown."""
