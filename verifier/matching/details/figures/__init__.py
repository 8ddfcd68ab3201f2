"""Figures with their units, shares and bounds, held against those of the source."""
