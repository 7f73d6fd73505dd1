"""Spreadsheets as offices write them: bytes to cells that know their address."""
