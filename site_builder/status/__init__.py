"""What is left to do on a site, for the people who look after it."""
