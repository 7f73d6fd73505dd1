"""What lies on the disk, and what the texts in it say: from bytes to documents."""
