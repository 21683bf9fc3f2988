"""plangen: annual plans and performance packs as accessible, archival PDFs in which every figure has one source."""
