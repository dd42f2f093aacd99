"""Pages to read in a browser: texts with what was found in them, and archives as an index with a page a document."""
