"""The rules: what the law, the guidance and the reports mean, as plain values and functions."""
