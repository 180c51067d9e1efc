"""The same import with django-import-export, and the floor: nothing but reading and COPY."""
