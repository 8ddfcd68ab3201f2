"""The ways to write notes: one module a member. ``citations.scanning.scan`` runs them all over the drafts of a file."""
