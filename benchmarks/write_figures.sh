#!/bin/sh
# Renew docs/develop/alignment-figures.md: run from the root, with the extra 'benchmarks'.
set -eu
target=docs/develop/alignment-figures.md
{
  cat benchmarks/alignment_figures_head.md
  .venv/bin/python benchmarks/alignment_quality.py --format markdown | sed 's/^###/##/'
} > "$target.new"
mv "$target.new" "$target"
