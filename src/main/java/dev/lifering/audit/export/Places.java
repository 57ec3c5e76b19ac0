package dev.lifering.audit.export;

import java.util.HashMap;
import java.util.Map;

/** Room for a few exports at a time, of which one account gets half, so that those who read slowly keep out nobody else. */
final class Places {
    private final Map<String, Integer> taken = new HashMap<>();
    private final int all;

    Places(int all) {
        this.all = all;
    }

    /** Whether the account gets a place, to {@link #leave} when it is done. */
    synchronized boolean take(String accountId) {
        int running = taken.values().stream().mapToInt(Integer::intValue).sum();
        int own = taken.getOrDefault(accountId, 0);
        boolean isFree = running < all && own < all / 2;
        if (isFree) {
            taken.put(accountId, own + 1);
        }
        return isFree;
    }

    synchronized void leave(String accountId) {
        taken.computeIfPresent(accountId, (account, own) -> own == 1 ? null : own - 1);
    }
}
