"""Supervision: visits on a phone, what they found and how it was mended, samples for visits."""
