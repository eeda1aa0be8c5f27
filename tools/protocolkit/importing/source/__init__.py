"""What all of importing speaks of: the lines of a source, their forms, and why an import stops."""
