"""Labels that an analyst taught the model beside its own, and which mention stands where both speak."""
