"""The tables of the snapshot store."""

SCHEMA_VERSION = 2
"""The version that a store's file carries; a file of another version is refused."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS bodies (sha256 TEXT PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS pages (
    url TEXT PRIMARY KEY,
    host TEXT NOT NULL,
    good TEXT,
    good_sha256 TEXT,
    last TEXT,
    last_sha256 TEXT,
    failures TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS pages_by_host ON pages (host);
CREATE TABLE IF NOT EXISTS copies (
    url TEXT NOT NULL,
    wanted TEXT NOT NULL,
    meta TEXT NOT NULL,
    sha256 TEXT,
    PRIMARY KEY (url, wanted)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS earlier (
    url TEXT PRIMARY KEY,
    meta TEXT NOT NULL,
    sha256 TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS texts (
    sha256 TEXT NOT NULL,
    url TEXT NOT NULL,
    version TEXT NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (sha256, url)
);
"""
"""``good``: the last page that could be read; ``last``: the last answer when it was another one, else NULL.

``failures``: first time, count and days of the failures since the page last could be read. ``copies``: what web
archives hold of a page, by the date that was wanted. ``earlier``: the good page before ``good``, when its text differs.
"""
