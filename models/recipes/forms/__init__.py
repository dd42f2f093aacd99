"""The recipe of the ranker of forms: prepare → train → export → evaluate → card."""
