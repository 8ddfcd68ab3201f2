"""The details of a claim, held one by one against the place that was located: a module for each sort of detail."""

from verifier.matching.details.checking import Details, check_details

__all__ = ["Details", "check_details"]
