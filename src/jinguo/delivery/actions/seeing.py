"""She has seen what she was told; the notice itself says when."""

from datetime import datetime

from django.db import transaction

from jinguo.delivery.models import Notice


@transaction.atomic
def see(*, person_id: int, now: datetime) -> int:
    """Everything she was told until now is seen; how many notices that were."""
    waiting = Notice.objects.filter(recipient_id=person_id, seen_at__isnull=True, sent_at__lte=now)
    return waiting.update(seen_at=now)
