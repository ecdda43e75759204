"""The published reports and invented councils: rows in, printed tables out."""
