"""Shows the site to the person who writes it: watches, builds beside, answers browsers on this machine."""
