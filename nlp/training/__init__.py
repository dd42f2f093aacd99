"""What analysts teach the model on their own annotation; torch is needed here and nowhere above."""
