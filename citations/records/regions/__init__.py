"""The text of one source: its links, dates and identifiers are cut out, and what is left is its region."""
