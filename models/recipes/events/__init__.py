"""How `models/ru_letopis/letopis_events` is made: the weights that tell how sure an event is."""
