"""Every letter to the person, in the words of a child and of an adult; `shape` puts one together."""
