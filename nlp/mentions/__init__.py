"""Where something is named: proposals of spans with labels, and which of them stand."""
