-- Times are milliseconds since 1970 in UTC. Empty strings stand for "nothing"; no column is null.

CREATE TABLE fact (
    number ${identity},
    id TEXT NOT NULL UNIQUE,
    at_millis BIGINT NOT NULL,
    journey TEXT NOT NULL,
    version TEXT NOT NULL,
    run TEXT NOT NULL,
    customer TEXT NOT NULL,
    type TEXT NOT NULL,
    step TEXT NOT NULL,
    arm TEXT NOT NULL,
    correlation_key TEXT NOT NULL,
    reason TEXT NOT NULL,
    amount TEXT NOT NULL,
    currency TEXT NOT NULL,
    occurrence INTEGER NOT NULL
);

CREATE INDEX fact_by_customer ON fact (customer, at_millis, number);

CREATE TABLE fact_count (
    journey TEXT NOT NULL,
    version TEXT NOT NULL,
    type TEXT NOT NULL,
    step TEXT NOT NULL,
    arm TEXT NOT NULL,
    reason TEXT NOT NULL,
    facts BIGINT NOT NULL,
    -- Millionths of the currency's unit: whole numbers add up exactly in every database.
    value_millionths BIGINT NOT NULL,
    PRIMARY KEY (journey, version, type, step, arm, reason)
);

CREATE TABLE fact_minute (
    journey TEXT NOT NULL,
    minute_millis BIGINT NOT NULL,
    type TEXT NOT NULL,
    facts BIGINT NOT NULL,
    PRIMARY KEY (journey, minute_millis, type)
);

CREATE TABLE mailbox (
    number ${identity},
    id TEXT NOT NULL UNIQUE,
    journey TEXT NOT NULL,
    run TEXT NOT NULL,
    step TEXT NOT NULL,
    customer TEXT NOT NULL,
    subscription_group TEXT NOT NULL,
    channel TEXT NOT NULL,
    at_millis BIGINT NOT NULL,
    content_json TEXT NOT NULL,
    -- Recipient, customer, subject and text in lower case.
    search_text TEXT NOT NULL
);
