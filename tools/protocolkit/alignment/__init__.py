"""Which clauses of different organisations answer the same question: proposals with reasons."""
