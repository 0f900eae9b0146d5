"""What a reading says by itself: rules in the order in which they are tried."""
