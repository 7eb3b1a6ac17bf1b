package dev.sendero.connectors.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. */
interface NameResolver {

    /** Asks the system, whose answers it may keep for a while. */
    NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** @param host a name, or an address in writing */
    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
