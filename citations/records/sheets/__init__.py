"""A note as a reader sees it: without markup, label and broken links, every character tied to its place."""
