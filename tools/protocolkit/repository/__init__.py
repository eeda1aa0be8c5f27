"""A repository for another group of boards: what it holds, and the wheel that it installs."""
