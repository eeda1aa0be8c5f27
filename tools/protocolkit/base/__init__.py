"""What everything stands on and knows nothing of protocols: messages, problems, files, git."""
