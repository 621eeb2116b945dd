"""The tables, as statements that are applied once and in this order: add at the end, never change one."""

#: What a move to another database takes along.
TABLES = ("chats", "diaries")

SQLITE = (
    """CREATE TABLE chats (
        key BLOB PRIMARY KEY,     -- names the chat only to who has the secret
        revision INTEGER NOT NULL,
        body BLOB NOT NULL,       -- sealed: the session, and the ids of its newest updates
        working BLOB,             -- sealed: the message that is edited in place
        owed BLOB,                -- sealed: the chat's id, only while a reply is owed
        touched REAL NOT NULL     -- seconds since 1970
    ) WITHOUT ROWID""",
    "CREATE INDEX chats_touched ON chats (touched)",
    "CREATE INDEX chats_owed ON chats (touched) WHERE owed IS NOT NULL",
    # when a bot last said that it delivers what is owed
    "ALTER TABLE chats ADD COLUMN claimed REAL NOT NULL DEFAULT 0",
    # when the next follow-up is due, and until when a bot has it in hand
    "ALTER TABLE chats ADD COLUMN due REAL",
    "ALTER TABLE chats ADD COLUMN due_claimed REAL NOT NULL DEFAULT 0",
    # sealed: the chat's id, only while a follow-up is planned
    "ALTER TABLE chats ADD COLUMN due_chat BLOB",
    "CREATE INDEX chats_due ON chats (due) WHERE due IS NOT NULL",
    """CREATE TABLE diaries (
        key BLOB PRIMARY KEY,
        revision INTEGER NOT NULL,
        body BLOB NOT NULL,       -- sealed: what was written down
        until REAL NOT NULL       -- when something of it is too old
    ) WITHOUT ROWID""",
)

POSTGRES = (
    # Rows are rewritten at every tap: room in the page keeps that cheap, and what was deleted is vacuumed soon.
    """CREATE TABLE chats (
        key bytea PRIMARY KEY,
        revision bigint NOT NULL,
        body bytea NOT NULL,
        working bytea,
        owed bytea,
        touched double precision NOT NULL,
        claimed double precision NOT NULL DEFAULT 0
    ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 100)""",
    "CREATE INDEX chats_touched ON chats (touched)",
    "CREATE INDEX chats_owed ON chats (touched) WHERE owed IS NOT NULL",
    """ALTER TABLE chats ADD COLUMN due double precision,
        ADD COLUMN due_claimed double precision NOT NULL DEFAULT 0,
        ADD COLUMN due_chat bytea""",
    "CREATE INDEX chats_due ON chats (due) WHERE due IS NOT NULL",
    """CREATE TABLE diaries (
        key bytea PRIMARY KEY, revision bigint NOT NULL, body bytea NOT NULL, until double precision NOT NULL
    ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20)""",
)
