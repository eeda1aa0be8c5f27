"""What words mean the same: stems, spellings, synonyms, and the names of organisations."""
