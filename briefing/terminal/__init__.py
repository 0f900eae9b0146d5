"""The terminal: what it can do, how the screen reaches it in few bytes, how text reaches the clipboard.

Environment and file descriptors in; a `Terminal` description, a Textual driver class and bytes out.
"""
