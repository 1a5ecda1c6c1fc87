"""A matcher for beside: see clock."""
