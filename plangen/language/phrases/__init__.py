"""The phrases that every language has, as types: what each one says, in English examples."""
