"""What a file that others have written may do and take: how it is opened, where it may lie, what reading may cost.

`files` opens, `paths` says which names there may be, `budget` what all of it may take together, and `child` has
work done by a process that is bounded. Whoever reads the workspace, the archive or a document to be audited goes
this way.
"""
