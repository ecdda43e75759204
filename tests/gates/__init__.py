"""What the gates share: every page there is, a site to visit, and ways of looking at a page."""
