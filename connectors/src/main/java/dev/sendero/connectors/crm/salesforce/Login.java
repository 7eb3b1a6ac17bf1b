package dev.sendero.connectors.crm.salesforce;

import dev.sendero.api.connector.Outcome;

/** What came of asking for a token. */
sealed interface Login {

    /** @param address where the API is, without a slash at the end */
    record Session(String token, String address) implements Login {
        @Override
        public String toString() {
            return address;
        }
    }

    /** There is none, and so nothing was changed. */
    record Refused(Outcome outcome) implements Login {}
}
