"""The report formats, one module a member; each is a pure function from a report to text."""
