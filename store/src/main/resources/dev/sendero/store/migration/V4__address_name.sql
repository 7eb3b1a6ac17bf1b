-- Names the recipient without telling the address; empty where the message's content names its recipient.
ALTER TABLE message_ledger ADD COLUMN address_name TEXT NOT NULL DEFAULT '';

CREATE INDEX message_by_address ON message_ledger (address_name, customer);
