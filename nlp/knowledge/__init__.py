"""Linguistics as data, and the one strict reader of it; the formats are told in README.md beside this file."""
