"""What others send (workbooks, Word commentary, returned forms) -> files of `content/`."""
