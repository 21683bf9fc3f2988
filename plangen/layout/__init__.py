"""From the document tree to placed pages: lines, pieces, pages, in that order, before anything is drawn."""
