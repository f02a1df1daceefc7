"""Before a session: what is needed, how the person is, and whether there are warning signs."""
