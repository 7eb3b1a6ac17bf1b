-- Who has been erased, and up to when: pseudonyms, made with a key that is not in the store. Rows are only added, in the
-- order of their numbers.
CREATE TABLE erased (
    number BIGINT PRIMARY KEY,
    pseudonym TEXT NOT NULL,
    at_millis BIGINT NOT NULL
);

-- The number of the newest row of erased; whoever adds one holds this row, so that they become visible in their order.
CREATE TABLE erased_newest (
    number BIGINT NOT NULL
);

INSERT INTO erased_newest (number) VALUES (0);

-- By what the key that pseudonyms are made with is known again; at most one row.
CREATE TABLE pseudonym_key (
    fingerprint TEXT PRIMARY KEY
);

-- What came of requests to erase somebody; nobody is named.
CREATE TABLE erasure_request (
    receipt TEXT PRIMARY KEY,
    requested_millis BIGINT NOT NULL,
    -- 0 until the engine has forgotten as well.
    done_millis BIGINT NOT NULL,
    stopped_messages INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    mails INTEGER NOT NULL,
    consents INTEGER NOT NULL
);

-- 1 where nothing is left of the message but that it was one.
ALTER TABLE message_ledger ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
