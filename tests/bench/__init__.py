"""`make bench`: whole journeys through a real server on a real database, timed from outside."""
