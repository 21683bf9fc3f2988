"""Document in, bytes out. A renderer lays out finished words, tables and drawings, and computes nothing."""
