"""Judges an article: fetches what it cites, reads it, and says of each claim whether its source carries it."""
