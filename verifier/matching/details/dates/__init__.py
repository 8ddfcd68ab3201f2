"""Days, months, years and times of day, held against those of the source."""
