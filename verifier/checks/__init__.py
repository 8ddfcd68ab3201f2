"""The checks, one module a member; ``CHECKS`` is the registry."""
