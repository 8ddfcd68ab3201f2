"""The parts of one source (authors, title, container, publisher, date), read from its region."""
