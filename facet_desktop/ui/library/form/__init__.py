"""The form for a clinic's own exercise: texts, dose, and a figure or picture."""
