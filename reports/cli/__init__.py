"""The command line: words into values, one call, a report, an exit code."""
