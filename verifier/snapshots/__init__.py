"""Pages as they were fetched, kept in one SQLite file."""

from verifier.snapshots.history import Failures
from verifier.snapshots.opening import UnusableStoreError, default_store_path
from verifier.snapshots.store import SnapshotStore

__all__ = ["Failures", "SnapshotStore", "UnusableStoreError", "default_store_path"]
