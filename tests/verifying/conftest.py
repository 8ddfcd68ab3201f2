"""Shared by the tests of judging: a store."""

from collections.abc import Iterator

import pytest

from verifier.snapshots import SnapshotStore


@pytest.fixture
def store() -> Iterator[SnapshotStore]:
    """A store of this test's own."""
    with SnapshotStore(":memory:") as opened:
        yield opened
