"""Knowledge about language in TOML files, and the functions that load and check them."""
