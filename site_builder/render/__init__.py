"""Turns tasks into bytes: the same bytes in any process, at any number of jobs."""
