"""What the field `figure` of an exercise may hold besides the slug of another exercise."""

OWN_POSE = "own-pose"
"""The figure of another exercise with joints changed; the changes are kept with the exercise."""
PICTURE = "picture-"
"""Begins the name of a picture; its digest follows."""
FIGURE_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def versioned(slug: str, number: int) -> str:
    """The name under which a figure source finds the figure of a certain version of an exercise."""
    return f"{slug}@{number}"
