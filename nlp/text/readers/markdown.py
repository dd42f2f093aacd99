"""Markdown: read as plain text is, since cleaning knows its markup and no offset may move."""

from __future__ import annotations

from nlp.text.readers.text import read

__all__ = ["read"]
