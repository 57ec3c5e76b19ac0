package dev.lifering.runtime;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** What the address of a page must be that mails with tokens lead to. */
final class PageAddress {
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private PageAddress() {}

    /** What is wrong with it, to follow the name of the setting. */
    static Optional<String> flaw(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return Optional.of("is no address");
        }
        String host = uri.getHost();
        if (host == null || uri.getRawFragment() != null) {
            return Optional.of("is no absolute address without a fragment");
        }
        boolean safe =
                "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && OWN_MACHINE.contains(host));
        return safe ? Optional.empty() : Optional.of("would send tokens over an unprotected connection");
    }
}
