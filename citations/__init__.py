"""Reads an article with endnotes: its markers, notes, records and claims, with their places in the file."""
