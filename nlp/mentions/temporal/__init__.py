"""Expressions of time: found in the text, with what was said; their values are the business of the next floor."""
