"""Photos: what they are, and how they are made safe and small."""
