-- Rows are only added.
CREATE TABLE consent_change (
    number ${identity},
    customer TEXT NOT NULL,
    channel TEXT NOT NULL,
    -- Empty for all groups.
    subscription_group TEXT NOT NULL,
    granted INTEGER NOT NULL,
    at_millis BIGINT NOT NULL,
    source TEXT NOT NULL,
    text_version TEXT NOT NULL,
    UNIQUE (customer, channel, subscription_group, at_millis, granted, source, text_version)
);
