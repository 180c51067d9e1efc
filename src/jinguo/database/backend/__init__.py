"""Django's PostgreSQL backend, which starts the embedded server and outlives its restarts."""
