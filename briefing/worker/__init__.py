"""Room: worker."""
