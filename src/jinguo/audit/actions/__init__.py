"""Writing the audit record: deeds, readings of personal data, and refusals."""

from jinguo.audit.actions.recording import record, record_reading, record_refusal

__all__ = ["record", "record_reading", "record_refusal"]
