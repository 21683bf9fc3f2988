"""What the archive holds of an edition: its versions, their records and the figures they printed."""
