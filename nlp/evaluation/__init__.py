"""The scorers, and the formats of the tasks they are for."""
