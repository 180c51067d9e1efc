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

from jinguo.kernel.text import numbers_masked
from jinguo.sealing.ring import Ring, ring

if TYPE_CHECKING:
    Characters = models.CharField[str, str]
    Json = models.JSONField[Any, Any]
    Text = models.Field[Any, Any]
    Binary = models.BinaryField[Any, Any]
else:
    Characters, Json = models.CharField, models.JSONField
    Text, Binary = models.TextField, models.BinaryField


class Sealed:
    """What a rotation of keys must know of a field."""

    at_once = 5000
    array_of = "text"

    def stale(self, column: str, newest: int) -> tuple[str, list[Any]]:
        """The condition, with its parameters, of what is not sealed by the newest key."""
        return f"{column} <> '' and {column} not like %s", [f"s{newest}:%"]

    def sealed_anew(self, stored: Any, keys: Ring) -> Any:
        """What stands in the column, sealed by the newest key."""
        raise NotImplementedError


class SealedContact(Sealed, Characters):
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

    def sealed_anew(self, stored: str, keys: Ring) -> str:
        """The number sealed by the newest key."""
        return keys.seal_contact(keys.open_contact(stored))

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


class PartlySealedJson(Sealed, Json):
    """JSON of which what stands under the names ``sealed`` is sealed; the rest can be asked for.

    At any depth: a before-image may hold whole records.
    """

    array_of = "jsonb"

    def __init__(self, *words: Any, sealed: Sequence[str] = ("phone",), **options: Any) -> None:
        self.sealed = tuple(sealed)
        super().__init__(*words, **options)

    def deconstruct(self) -> Any:
        """With the names that are sealed."""
        name, path, words, options = super().deconstruct()
        return name, path, words, {**options, "sealed": self.sealed}

    def stale(self, column: str, newest: int) -> tuple[str, list[Any]]:
        """One of the numbers in it, at any depth, is not sealed by the newest key."""
        return f"{column}::text ~ %s", [rf'"s(?!{newest}:)[0-9]+:[A-Za-z0-9_-]{{8}}:']

    def sealed_anew(self, stored: Any, keys: Ring) -> str:
        """The same with its numbers sealed by the newest key."""
        value = json.loads(stored) if isinstance(stored, str) else stored
        return json.dumps(self._each(value, lambda one: keys.seal_contact(keys.open_contact(one))))

    def from_db_value(self, value: Any, *how: Any) -> Any:
        """The same with its numbers opened."""
        opened = super().from_db_value(value, *how)
        return self._each(opened, lambda one: ring().open_contact(one))

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """The same with its numbers sealed."""
        return super().get_db_prep_save(self.seal(value), connection)

    def seal(self, value: Any) -> Any:
        """The same with its numbers sealed, for statements that go past the field."""
        return self._each(value, lambda one: ring().seal_contact(one))

    def _each(self, value: Any, change: Callable[[str], str], inside: bool = False) -> Any:
        """The same with each text under one of the names changed, however deep it stands."""
        if isinstance(value, dict):
            return {
                name: self._each(one, change, inside or name in self.sealed)
                for name, one in value.items()
            }
        if isinstance(value, list | tuple):
            return [self._each(one, change, inside) for one in value]
        return change(value) if inside and value and isinstance(value, str) else value


class SealedJson(Sealed, Text):
    """JSON of which nothing can be asked for; all of it is sealed."""

    at_once = 500

    def from_db_value(self, value: str | None, *_how: Any) -> Any:
        """The value opened."""
        return None if value is None else json.loads(ring().open_text(value))

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """The value sealed, unless the database itself is to work it out."""
        if value is None or hasattr(value, "resolve_expression"):
            return super().get_db_prep_save(value, connection)
        return ring().seal_text(json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder))

    def sealed_anew(self, stored: str, keys: Ring) -> str:
        """The text sealed by the newest key."""
        return keys.seal_text(keys.open_text(stored))

    def to_python(self, value: Any) -> Any:
        """As it is."""
        return value

    def get_lookup(self, lookup_name: str) -> Any:
        """Nothing but whether there is one."""
        return _only_null(self, lookup_name, super().get_lookup)


class SealedBytes(Sealed, Binary):
    """The bytes of a file, sealed as a whole."""

    at_once = 5
    array_of = "bytea"

    def stale(self, column: str, newest: int) -> tuple[str, list[Any]]:
        """Its head does not name the newest key."""
        head = f"s{newest}:".encode()
        return f"substring({column} from 1 for {len(head)}) <> %s", [head]

    def sealed_anew(self, stored: Any, keys: Ring) -> bytes:
        """The bytes sealed by the newest key."""
        return keys.seal_file(keys.open_file(bytes(stored)))

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


class WithoutNumbers:
    """Words that stay readable in the table, so a mobile number among them is masked on writing."""

    def get_prep_value(self, value: Any) -> Any:
        """The words without the middle of any number."""
        return numbers_masked(super().get_prep_value(value))  # type: ignore[misc]


class Words(WithoutNumbers, Characters):
    """A line of such words."""


class LongWords(WithoutNumbers, Text):
    """A text of such words."""


class KeyedDigest(Sealed, Characters):
    """A digest by which something is known again, made by ``Ring.digest``.

    Made by another key it says nothing, so a new key empties it: what it stood for is read in
    full once more.
    """

    def stale(self, column: str, newest: int) -> tuple[str, list[Any]]:  # noqa: ARG002
        """Whatever is there."""
        return f"{column} <> ''", []

    def sealed_anew(self, stored: Any, keys: Ring) -> str:  # noqa: ARG002
        """Nothing."""
        return ""


def _only_null(field: "models.Field[Any, Any]", name: str, usual: Callable[[str], Any]) -> Any:
    if name != "isnull":
        raise FieldError(f"What “{field.name}” holds is sealed; it cannot be asked by “{name}”.")
    return usual(name)
