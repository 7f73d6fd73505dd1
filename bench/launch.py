"""Runs one command and prints its cost as JSON: seconds of wall and CPU, kilobytes of its largest process.

A program of its own, without imports of others, for two reasons. On Linux a child begins its life
with the memory of its parent, and that counts towards its peak: the parent must be small. And
`wait4` gives what the child and all whom it waited for have used, not those of former runs.
"""

import json
import os
import sys
import time


def main(command: list[str]) -> None:
    started = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - started
    # On a line of its own, whatever the command has printed.
    print()
    print(
        json.dumps(
            {
                "exit_code": os.waitstatus_to_exitcode(status),
                "wall_s": wall,
                "cpu_s": usage.ru_utime + usage.ru_stime,
                # Linux counts kilobytes, macOS bytes.
                "rss_kb": usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1),
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1:])
