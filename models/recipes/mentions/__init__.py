"""The recipe of the span model: prepare → train → export → evaluate → card."""
