"""Runs `python -m site_builder` as the command `sentra`."""

from site_builder.cli import main

if __name__ == "__main__":
    main()
