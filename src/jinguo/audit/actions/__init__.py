"""Writing the audit record: deeds, readings of personal data, and refusals."""

from jinguo.audit.actions.bringing import bring_key
from jinguo.audit.actions.checking import check
from jinguo.audit.actions.pruning import prune
from jinguo.audit.actions.recording import record, record_reading, record_refusal
from jinguo.audit.actions.sealing import seal

__all__ = ["bring_key", "check", "prune", "record", "record_reading", "record_refusal", "seal"]
