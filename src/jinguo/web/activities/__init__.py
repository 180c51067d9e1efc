"""Activities of a unit: noted on a phone, with photos; shown, amended, struck out."""
