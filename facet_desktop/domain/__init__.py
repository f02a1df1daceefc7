"""What rehabilitation is: frozen dataclasses and pure functions, standard library only."""
