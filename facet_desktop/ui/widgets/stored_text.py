"""Text that somebody wrote, for the places where Qt would read marks into it.

A tooltip that looks like markup is drawn as markup, and its pictures are fetched, even from a network share:
an imported file must not be able to ask for that. In the text of a button, ``&`` underlines a letter.
"""

from __future__ import annotations

_MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def tip_text(text: str) -> str:
    """A tooltip that shows the text exactly as it is stored."""
    if "<" not in text and "&" not in text:
        return text
    return f'<p style="white-space: pre-wrap">{text.translate(_MARKS)}</p>'


def button_text(text: str) -> str:
    """The text for a button or an entry of a menu, with every ``&`` shown."""
    return text.replace("&", "&&")
