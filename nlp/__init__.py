"""letopis: Russian text to structured events."""
