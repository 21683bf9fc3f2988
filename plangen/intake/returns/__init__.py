"""Forms for agencies (Excel, Word), what comes back in them, and what is accepted of it."""
