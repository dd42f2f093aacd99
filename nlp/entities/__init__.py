"""What mentions mean: values, and identities of people, organisations, places and agreements in one document."""
