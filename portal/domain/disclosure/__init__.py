"""Statistical disclosure control: what a published table may say without telling about one child or one family."""
