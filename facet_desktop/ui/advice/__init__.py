"""What to do about a warning sign, and the record that exercise is allowed again."""
