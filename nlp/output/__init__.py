"""Records on their way out: one writer a file, each `write(records, stream)`."""
