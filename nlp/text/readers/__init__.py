"""One reader per format: bytes and the name of their source → documents and errors."""
