"""Fetches pages as a patient person would: politely, within bounds, and without being fooled."""
