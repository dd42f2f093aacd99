"""The report of an archive: an index to search, and a page a document beside it."""
