"""How two clauses on one topic differ in meaning, and why."""
