"""Checks the claim's days, months, years and times of day against those of the source."""
