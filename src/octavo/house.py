"""Where octavo's own house style lies: the templates, the stylesheet, the default brand."""

from pathlib import Path


def house_templates_path() -> Path:
    """Return the folder of the house style.

    The wheel carries it inside the package; in the repository it is the top folder `templates/`.
    """
    packaged = Path(__file__).parent / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "templates"
