-- What a message went through before it came to what its row in the ledger says: calls in vain, and what people did.
-- Rows are only added. Most messages have none.
CREATE TABLE message_history (
    number ${identity},
    id TEXT NOT NULL,
    at_millis BIGINT NOT NULL,
    -- The state that it came into.
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    reason TEXT NOT NULL,
    -- Who did it; empty for a courier.
    actor TEXT NOT NULL
);

CREATE INDEX message_history_by_message ON message_history (id, number);
