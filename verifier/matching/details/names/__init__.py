"""Names, and who did what: held against those of the source."""
