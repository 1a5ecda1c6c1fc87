"""The shelf: one idea, one file. Copy any of them to start your own; one entry-point line makes it a matcher."""
