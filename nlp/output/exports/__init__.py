"""Records in the formats of other programs: one writer a file, each `write(records, target)`.

`target` is a file, or a folder for formats of many files; either is there whole or not at all. What comes back is what
the format cannot hold, in lines fit for a person; nothing is left out without one. Records are taken one by one.
"""
