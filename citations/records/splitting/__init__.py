"""A note with several sources taken apart, and commentary told from sources."""
