"""A person's name in the nominative: its parts, the readings of its words, the choice of all words together."""
