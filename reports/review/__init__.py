"""The review desk: a page on loopback where a person works through what was flagged."""
