"""Where a title without quotation marks or italics ends."""
