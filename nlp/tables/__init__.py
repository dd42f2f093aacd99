"""Records as flat tables, for people who work in spreadsheets and pandas."""
