"""Chains: every noun phrase and pronoun of a text that means the same as another, common nouns included."""
