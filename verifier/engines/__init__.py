"""Where the stages run: in this process, or (later) on a cluster."""
