"""Mention → speaker: whom "she", "the diplomat", "the agency" or "the report" means, or nobody."""
