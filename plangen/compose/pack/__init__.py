"""The measures of a pack: one reading of the data drives the summary row, the counts and the page of each."""
