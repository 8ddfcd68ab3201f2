"""Pages as they were fetched, kept in one SQLite file."""

from verifier.snapshots.store import Failures, SnapshotStore, UnusableStoreError, default_store_path

__all__ = ["Failures", "SnapshotStore", "UnusableStoreError", "default_store_path"]
