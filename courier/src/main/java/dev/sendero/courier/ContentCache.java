package dev.sendero.courier;

import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The published contents, the most recently used ones in memory. What is asked for and not there is remembered as
 * wanted, so that whoever fills the cache can look for it again.
 */
final class ContentCache {

    private final long maxBytes;
    private final LinkedHashMap<ContentId, Sized> contents = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<ContentId> wanted = new HashSet<>();
    private long bytes;
    private boolean evicted;

    /** @param maxBytes of the contents as JSON; one content is kept however large it is */
    ContentCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    synchronized void put(ContentId id, Content content, int size) {
        remove(id);
        wanted.remove(id);
        contents.put(id, new Sized(content, size));
        bytes += size;
        while (bytes > maxBytes && contents.size() > 1) {
            Map.Entry<ContentId, Sized> eldest = contents.entrySet().iterator().next();
            remove(eldest.getKey());
            evicted = true;
        }
    }

    synchronized void remove(ContentId id) {
        Sized removed = contents.remove(id);
        if (removed != null) {
            bytes -= removed.size;
        }
    }

    synchronized Optional<Content> find(ContentId id) {
        Sized found = contents.get(id);
        if (found == null) {
            wanted.add(id);
            return Optional.empty();
        }
        return Optional.of(found.content);
    }

    synchronized boolean isWanted(ContentId id) {
        return wanted.contains(id);
    }

    /** Whether something was asked for that may have been there and been evicted. */
    synchronized boolean misses() {
        return evicted && !wanted.isEmpty();
    }

    private record Sized(Content content, int size) {}
}
