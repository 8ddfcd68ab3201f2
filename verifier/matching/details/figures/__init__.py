"""Checks the claim's figures, with their units, shares and bounds, against those of the source."""
