"""Matching: what a source says to a claim. ``index_source`` once for a source, then ``judge`` for each claim."""

from verifier.matching.judge import judge
from verifier.matching.source import SourceIndex, index_source

__all__ = ["SourceIndex", "index_source", "judge"]
