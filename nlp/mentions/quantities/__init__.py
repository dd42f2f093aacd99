"""Sums, shares and counts: found in the text and worth what they say."""
