"""Congresses: delegates, candidates, ballots, count, result, and the signing that appoints."""
