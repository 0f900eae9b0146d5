"""Readers of one format each: bytes or decoded text in, Documents out; `registry` lists them."""
