"""What a model wrote → what of it the cited evidence bears out."""
