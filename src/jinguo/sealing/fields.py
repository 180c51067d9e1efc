"""Fields that seal on writing and open on reading; ordinary code does not notice.

Statements in SQL go past them: they seal and open by ``sealing.ring`` themselves.
"""

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from django.core.exceptions import FieldError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.lookups import Exact

from jinguo.sealing.ring import ring

if TYPE_CHECKING:
    Characters = models.CharField[str, str]
    Json = models.JSONField[Any, Any]
    Text = models.Field[Any, Any]
    Binary = models.BinaryField[Any, Any]
else:
    Characters, Json = models.CharField, models.JSONField
    Text, Binary = models.TextField, models.BinaryField


class SealedContact(Characters):
    """A telephone number. It can be asked for as a whole, never in part.

    ``max_length`` is that of the number itself.
    """

    def db_type(self, connection: BaseDatabaseWrapper) -> str:  # noqa: ARG002  Django's own
        """The sealed text is longer than the number."""
        return "text"

    def from_db_value(self, value: str | None, *_how: Any) -> str | None:
        """The number opened."""
        return ring().open_contact(value) if value else value

    def get_prep_value(self, value: Any) -> Any:
        """The number sealed."""
        value = super().get_prep_value(value)
        return ring().seal_contact(value) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        """Whole numbers only: sealed ones have no parts and no order."""
        if lookup_name not in ("exact", "isnull"):
            raise FieldError(f"A sealed contact cannot be asked by “{lookup_name}”.")
        return super().get_lookup(lookup_name)


@SealedContact.register_lookup
class _UnderAnyKey(Exact):
    """Equal to the number as it is sealed under one of the keys at hand."""

    def get_prep_lookup(self) -> Any:
        return self.rhs

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        if hasattr(self.rhs, "resolve_expression") or not self.rhs:
            return super().as_sql(compiler, connection)
        left, own = self.process_lhs(compiler, connection)
        phone = str(self.rhs)
        forms = [ring().seal_contact(phone), *ring().older_forms([phone])]
        places = ", ".join(["%s"] * len(forms))
        return f"{left} IN ({places})", [*own, *forms]


class PartlySealedJson(Json):
    """JSON of which what stands under the names ``sealed`` is sealed; the rest can be asked for."""

    def __init__(self, *words: Any, sealed: Sequence[str] = ("phone",), **options: Any) -> None:
        self.sealed = tuple(sealed)
        super().__init__(*words, **options)

    def deconstruct(self) -> Any:
        """With the names that are sealed."""
        name, path, words, options = super().deconstruct()
        return name, path, words, {**options, "sealed": self.sealed}

    def from_db_value(self, value: Any, *how: Any) -> Any:
        """The same with its numbers opened."""
        return self._each(super().from_db_value(value, *how), ring().open_contact)

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """The same with its numbers sealed."""
        return super().get_db_prep_save(self.seal(value), connection)

    def seal(self, value: Any) -> Any:
        """The same with its numbers sealed, for statements that go past the field."""
        return self._each(value, ring().seal_contact)

    def _each(self, value: Any, change: Callable[[str], str]) -> Any:
        if not isinstance(value, dict) or not any(value.get(name) for name in self.sealed):
            return value
        return {
            name: change(one) if name in self.sealed and one else one for name, one in value.items()
        }


class SealedJson(Text):
    """JSON of which nothing can be asked for; all of it is sealed."""

    def from_db_value(self, value: str | None, *_how: Any) -> Any:
        """The value opened."""
        return None if value is None else json.loads(ring().open_text(value))

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """The value sealed, unless the database itself is to work it out."""
        if value is None or hasattr(value, "resolve_expression"):
            return super().get_db_prep_save(value, connection)
        return ring().seal_text(json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder))

    def to_python(self, value: Any) -> Any:
        """As it is."""
        return value

    def get_lookup(self, lookup_name: str) -> Any:
        """Nothing but whether there is one."""
        return _only_null(self, lookup_name, super().get_lookup)


class SealedBytes(Binary):
    """The bytes of a file, sealed as a whole."""

    def from_db_value(self, value: Any, *_how: Any) -> bytes | None:
        """The bytes opened."""
        return None if value is None else ring().open_file(bytes(value))

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """The bytes sealed."""
        sealed = None if value is None else ring().seal_file(bytes(value))
        return super().get_db_prep_value(sealed, connection, prepared)

    def get_lookup(self, lookup_name: str) -> Any:
        """Nothing but whether there are any."""
        return _only_null(self, lookup_name, super().get_lookup)


def _only_null(field: "models.Field[Any, Any]", name: str, usual: Callable[[str], Any]) -> Any:
    if name != "isnull":
        raise FieldError(f"What “{field.name}” holds is sealed; it cannot be asked by “{name}”.")
    return usual(name)
