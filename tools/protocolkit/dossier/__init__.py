"""What a council gets with a proposal: one folder with every paper, and what stands in each."""
