CREATE TABLE message_ledger (
    number ${identity},
    id TEXT NOT NULL UNIQUE,
    journey TEXT NOT NULL,
    run TEXT NOT NULL,
    channel TEXT NOT NULL,
    customer TEXT NOT NULL,
    partition_number INTEGER NOT NULL,
    state TEXT NOT NULL,
    due_millis BIGINT NOT NULL,
    owner TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    -- By the wall clock; every other time is by the process's clock.
    lease_until_millis BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    provider_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    planned_millis BIGINT NOT NULL,
    changed_millis BIGINT NOT NULL,
    message_json TEXT NOT NULL
);

CREATE INDEX message_due ON message_ledger (channel, partition_number, due_millis, number)
    WHERE state IN ('planned', 'waiting');
CREATE INDEX message_claimed ON message_ledger (lease_until_millis) WHERE state = 'claimed';
CREATE INDEX message_in_doubt ON message_ledger (channel, partition_number) WHERE state = 'in_doubt';
CREATE INDEX message_by_run ON message_ledger (run);
CREATE INDEX message_by_customer ON message_ledger (customer, number);
CREATE INDEX message_by_kind ON message_ledger (journey, channel, state);

-- How often each courier instance has begun.
CREATE TABLE courier_life (
    owner TEXT PRIMARY KEY,
    epoch BIGINT NOT NULL
);

CREATE TABLE suppression (
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    reason TEXT NOT NULL,
    at_millis BIGINT NOT NULL,
    PRIMARY KEY (channel, address)
);
