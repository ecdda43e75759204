"""The tests, mirroring `portal/` file for file; stories lie in `journeys`, rules about the code itself in `house`."""
