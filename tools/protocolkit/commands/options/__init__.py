"""What can be typed after each command; its work is loaded when it is called."""
