"""Writers of one format each: a Briefing in, text or bytes out; `registry` lists them."""
