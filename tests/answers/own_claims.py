"""The claims of the record, as a file and by their names."""

from __future__ import annotations

import csv
from pathlib import Path

CLAIMS_CSV = Path(__file__).parents[2] / "data" / "claims.csv"
ROWS = list(csv.DictReader(CLAIMS_CSV.read_text(encoding="utf-8").splitlines()))
BY_CODE = [row["claim_id"] for row in ROWS if row["decided_by"] == "code"]
