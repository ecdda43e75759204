"""Opening files that strangers sent and making our own copies: run as a process of its own, which is given nothing."""
