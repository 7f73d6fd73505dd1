# What Sentra uses of pagefind_bin 1.5, which carries no types of its own.
from pathlib import Path

def get_executable() -> Path: ...
