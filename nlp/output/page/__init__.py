"""What the terminal page is made of: colours, the marked text, the tables."""
