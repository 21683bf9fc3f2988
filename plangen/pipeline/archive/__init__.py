"""The archive as officers use it: add, list, verify, compare, export and rebuild approved editions.

`plangen.archive` keeps bytes and knows nothing of plans; here stands what a version holds and what may go in.
"""
