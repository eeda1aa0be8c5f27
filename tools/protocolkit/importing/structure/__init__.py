"""What each line is: heading, clause, point, table, note or noise; and the tree they make."""
