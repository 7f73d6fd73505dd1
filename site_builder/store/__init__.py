"""What earlier builds found out, kept by the digest of all that it depends on."""
