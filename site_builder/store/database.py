"""The cache on disk: one SQLite file that may be deleted, cut short or corrupted at any time.

Nothing in it is believed without its check: an object carries a digest of its key and bytes, the
rows about files have a seal, a database that can't be read is begun anew. It is safe against a kill
(SQLite's journal) and needs no safety against a power cut (`synchronous = OFF`), because damage only
costs time.
"""

from __future__ import annotations

import hashlib
import marshal
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from site_builder.names import Digest, OutPath, SourcePath
from site_builder.source.scan import FileStat

_LAYOUT = 3
_TABLES = """
CREATE TABLE object (key TEXT PRIMARY KEY, data BLOB NOT NULL, sum BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE source (path TEXT PRIMARY KEY, size INT, mtime_ns INT, inode INT, digest TEXT) WITHOUT ROWID;
CREATE TABLE output (tree TEXT, path TEXT, key TEXT, digest TEXT, size INT, mtime_ns INT, inode INT,
                     reason TEXT, PRIMARY KEY (tree, path)) WITHOUT ROWID;
CREATE TABLE note (tree TEXT, name TEXT, value TEXT, PRIMARY KEY (tree, name)) WITHOUT ROWID;
CREATE TABLE seal (tree TEXT, name TEXT, sum BLOB, PRIMARY KEY (tree, name)) WITHOUT ROWID;
"""
_PAGE_BYTES = 16_384
"""An entry or a text fits one page: reading takes a third of the time that small pages take."""
_ROWS = {
    "source": "SELECT path, size, mtime_ns, inode, digest FROM source WHERE ? IS NOT NULL ORDER BY path",
    "output": (
        "SELECT path, key, digest, size, mtime_ns, inode, reason FROM output WHERE tree = ? ORDER BY path"
    ),
    "note": "SELECT name, value FROM note WHERE tree = ? ORDER BY name",
}
_BATCH = 500
_KEEP_FACTOR = 4
"""Objects of the last few plans are kept; beyond this multiple of the living ones the rest goes."""


class OutputRecord(Struct, frozen=True):
    """A published file: what it was made from, and how the disk showed it afterwards."""

    key: Digest
    digest: Digest
    size: int
    mtime_ns: int
    inode: int
    reason: str
    """Why it was last rendered, for `sentra explain`."""


class CacheDamaged(Exception):
    """Something that must be in the cache is not; the build begins again without it."""


class Store:
    """An open cache. All that is put waits in memory until `commit`.

    Objects and sources serve every build of a project; outputs and notes belong to one
    output folder, named by `tree`, so that preview and site do not disturb each other.
    """

    def __init__(
        self, path: Path | None, tree: str = "", memory: dict[Digest, Mapping[str, Any]] | None = None
    ) -> None:
        self._path = path
        self._tree = tree
        self._put: dict[Digest, bytes] = {}
        self._unwritten: dict[Digest, bytes] = {}
        self._used: set[Digest] = set()
        self._read: dict[str, list[tuple[Any, ...]]] = {}
        self.memory = {} if memory is None else memory
        """Objects as they were read or put last, for one who opens this cache again and again; what is in
        them is named by its content, so that it is right whatever others have written meanwhile."""
        self._connection, self._is_on_disk = _open(path)

    def get_many(self, keys: Iterable[Digest]) -> dict[Digest, bytes]:
        """Give the objects that are there and whole."""
        wanted = list(dict.fromkeys(keys))
        self._used.update(wanted)
        found = {key: self._put[key] for key in wanted if key in self._put}
        missing = [key for key in wanted if key not in found]
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            marks = ",".join("?" * len(batch))
            try:
                rows = self._connection.execute(
                    f"SELECT key, data, sum FROM object WHERE key IN ({marks})",  # noqa: S608  only marks
                    batch,
                ).fetchall()
            except sqlite3.DatabaseError as error:
                self._give_up(error)
                return found
            for key, data, check in rows:
                if isinstance(data, bytes) and _sum(key, data) == check:
                    found[Digest(key)] = data
        return found

    def get(self, key: Digest) -> bytes | None:
        return self.get_many((key,)).get(key)

    def put(self, key: Digest, data: bytes) -> None:
        self._put[key] = self._unwritten[key] = data
        self._used.add(key)

    def sources(self) -> dict[SourcePath, FileStat]:
        return {
            SourcePath(path): FileStat(size, mtime_ns, inode, Digest(digest))
            for path, size, mtime_ns, inode, digest in self._rows("source")
        }

    def outputs(self) -> dict[OutPath, OutputRecord]:
        return {
            OutPath(path): OutputRecord(Digest(key), Digest(digest), size, mtime_ns, inode, reason)
            for path, key, digest, size, mtime_ns, inode, reason in self._rows("output")
        }

    def notes(self) -> dict[str, str]:
        return {str(name): str(value) for name, value in self._rows("note")}

    def commit(
        self,
        sources: Mapping[SourcePath, FileStat],
        outputs: Mapping[OutPath, OutputRecord],
        notes: Mapping[str, str],
    ) -> None:
        """Write what is new in one transaction; leave what has not changed."""
        old_sources, old_outputs = self.sources(), self.outputs()
        try:
            with self._connection as db:
                self._write_objects(db)
                db.executemany(
                    "DELETE FROM source WHERE path = ?", ((p,) for p in old_sources.keys() - sources.keys())
                )
                db.executemany(
                    "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?)",
                    (
                        (p, s.size, s.mtime_ns, s.inode, s.digest)
                        for p, s in sources.items()
                        if old_sources.get(p) != s
                    ),
                )
                db.executemany(
                    "DELETE FROM output WHERE tree = ? AND path = ?",
                    ((self._tree, p) for p in old_outputs.keys() - outputs.keys()),
                )
                db.executemany(
                    "INSERT OR REPLACE INTO output VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        (self._tree, p, o.key, o.digest, o.size, o.mtime_ns, o.inode, o.reason)
                        for p, o in outputs.items()
                        if old_outputs.get(p) != o
                    ),
                )
                db.execute("DELETE FROM note WHERE tree = ?", (self._tree,))
                db.executemany(
                    "INSERT INTO note VALUES (?, ?, ?)",
                    ((self._tree, name, value) for name, value in sorted(notes.items())),
                )
                self._seal(db)
                self._prune(db)
        except sqlite3.DatabaseError as error:
            self._give_up(error)
        self._put.clear()
        self._unwritten.clear()
        self._read.clear()

    def close(self) -> None:
        """Let go of the file; where there is none, nothing that was put is there the next time."""
        if not self._is_on_disk:
            self.memory.clear()
        self._connection.close()

    def _prune(self, db: sqlite3.Connection) -> None:
        count = int(db.execute("SELECT count(*) FROM object").fetchone()[0])
        if count <= _KEEP_FACTOR * len(self._used) + 1000:
            return
        dead = [(key,) for (key,) in db.execute("SELECT key FROM object").fetchall() if key not in self._used]
        db.executemany("DELETE FROM object WHERE key = ?", dead)

    def clear(self) -> None:
        """Forget everything."""
        self._put.clear()
        self._unwritten.clear()
        self._begin_anew()

    def _rows(self, table: str) -> list[tuple[Any, ...]]:
        """Give the rows of a table as the last build sealed them, none when they are not."""
        if table not in self._read:
            tree = self._tree_of(table)
            try:
                rows = self._connection.execute(_ROWS[table], (tree,)).fetchall()
                seals = self._connection.execute(
                    "SELECT sum FROM seal WHERE tree = ? AND name = ?", (tree, table)
                ).fetchall()
            except sqlite3.DatabaseError as error:
                self._give_up(error)
                return []
            if seals != [(_seal(rows),)]:
                if rows or seals:
                    self._begin_anew()
                return []
            self._read[table] = rows
        return self._read[table]

    def _seal(self, db: sqlite3.Connection) -> None:
        """Note a digest of all rows about files: a wrong one would make every later build go wrong."""
        for table, query in _ROWS.items():
            tree = self._tree_of(table)
            seal = _seal(db.execute(query, (tree,)).fetchall())
            db.execute("INSERT OR REPLACE INTO seal VALUES (?, ?, ?)", (tree, table, seal))

    def _tree_of(self, table: str) -> str:
        return "" if table == "source" else self._tree

    def _give_up(self, error: sqlite3.DatabaseError) -> None:
        """Throw a damaged cache away; go on without one that is only busy, full or read-only.

        To delete a database that another process has open would damage it.
        """
        if not _is_damage(error):
            self._path = None
        self._begin_anew()

    def keep(self, keys: Iterable[Digest]) -> None:
        """Say that these objects are still wanted, though nobody asks for them in this build."""
        self._used.update(keys)

    def commit_objects(self) -> None:
        """Write what was put, for the next build, should this one publish nothing; it stays in memory too."""
        try:
            with self._connection as db:
                self._write_objects(db)
            self._unwritten.clear()
        except sqlite3.DatabaseError as error:
            self._give_up(error)

    def _write_objects(self, db: sqlite3.Connection) -> None:
        db.executemany(
            "INSERT OR REPLACE INTO object VALUES (?, ?, ?)",
            ((key, data, _sum(key, data)) for key, data in self._unwritten.items()),
        )

    def _begin_anew(self) -> None:
        self.memory.clear()  # what goes with these objects is gone
        self._read.clear()
        self._unwritten = dict(self._put)
        self._connection.close()
        if self._path is not None:
            try:
                self._path.unlink(missing_ok=True)
                self._path.with_name(f"{self._path.name}-journal").unlink(missing_ok=True)
            except OSError:  # a folder that can only be read: go on without a cache
                self._path = None
        self._connection, self._is_on_disk = _open(self._path)


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Tell a broken file from one that is locked, full or read-only."""
    damage = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT)
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF in damage


def _seal(rows: list[tuple[Any, ...]]) -> bytes:
    # Version 2 of marshal writes equal values as equal bytes, and three times as fast as JSON.
    return hashlib.blake2b(marshal.dumps(rows, 2), digest_size=16).digest()


def _sum(key: str, data: bytes) -> bytes:
    return hashlib.blake2b(key.encode() + data, digest_size=8).digest()


def _open(path: Path | None) -> tuple[sqlite3.Connection, bool]:
    """Open the cache at `path`; in memory without one or where the disk won't have it. Say whether it has."""
    if path is not None:
        for _ in range(2):  # the second time without the broken or outdated file
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                connection = sqlite3.connect(path)
                connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
                connection.execute("PRAGMA synchronous = OFF")
                (layout,) = connection.execute("PRAGMA user_version").fetchone()
                if layout == _LAYOUT:
                    return connection, True
                if layout == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                    connection.executescript(f"BEGIN;{_TABLES}PRAGMA user_version = {_LAYOUT};COMMIT;")
                    return connection, True
                connection.close()
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    break
            except OSError:
                break
            try:
                path.unlink(missing_ok=True)
            except OSError:
                break
    connection = sqlite3.connect(":memory:")
    connection.executescript(_TABLES)
    return connection, False
