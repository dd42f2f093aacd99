"""A small engine for grammars of words and numbers that are kept as data: lexicon, lexer, levels of rewriting rules."""
