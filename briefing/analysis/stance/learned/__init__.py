"""What a trained model makes of a reading."""
