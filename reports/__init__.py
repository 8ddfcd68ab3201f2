"""Shows an audit: reports, decisions, the review desk and the command line."""
