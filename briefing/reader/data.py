"""The name of a folder that ships with the program in; its path out, in a wheel as in a checkout."""

from __future__ import annotations

from pathlib import Path

import briefing


def data_folder(name: str) -> Path:
    """Folder of shipped files: `themes` or `sample_articles`.

    A wheel holds them in `briefing/_data/`; in a checkout they lie at the top of the tree.
    """
    package = Path(briefing.__file__).parent
    packaged = package / "_data" / name
    return packaged if packaged.is_dir() else package.parent / name
