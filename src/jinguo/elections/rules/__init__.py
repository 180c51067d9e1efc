"""What makes an election valid and who is elected; pure functions over counts."""
