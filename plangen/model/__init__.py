"""What officers write, validated: the records of a workspace and the words they are made of."""
