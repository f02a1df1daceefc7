"""Today: what to do next, and how the back has been."""
