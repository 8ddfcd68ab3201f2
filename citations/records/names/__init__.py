"""Names of persons and bodies: the forms of one name, lists of authors, bylines, family names alone."""
