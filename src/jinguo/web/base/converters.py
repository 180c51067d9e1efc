"""Parts of addresses."""


class DivisionCode:
    """A division code of six, nine or twelve digits."""

    regex = r"\d{6}|\d{9}|\d{12}"

    def to_python(self, value: str) -> str:
        """As written."""
        return value

    def to_url(self, value: str) -> str:
        """As written."""
        return value
