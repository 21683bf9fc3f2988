"""What the commands do, each step on one page: build, check, results."""
