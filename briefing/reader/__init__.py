"""Room: reader."""
