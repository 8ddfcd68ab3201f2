"""The ways in which people write notes and their markers: one module a member."""
