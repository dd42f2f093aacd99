"""What an expression of time is worth: EDTF values against the day of publication or the text's own dates."""
