"""The same pack as users of other programs would make it: pandas, matplotlib, and a template."""
