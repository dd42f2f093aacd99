"""Tags, trees, lemmas and forms: slovnet's networks in context, pymorphy3's dictionary for the forms of a word."""
