package dev.lifering.webhook.sending;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where an endpoint lies at this moment.
 *
 * @param addresses all that its host has; those looked at are those connected to, so that a name that means something else
 *     a moment later leads nowhere else
 */
record Route(URI url, List<InetAddress> addresses) {

    Route {
        addresses = List.copyOf(addresses);
    }

    /**
     * Looks the host up, which may take a while.
     *
     * @throws UnknownHostException when nobody knows it
     */
    static Route to(URI url) throws UnknownHostException {
        return new Route(url, Arrays.asList(InetAddress.getAllByName(url.getHost())));
    }

    boolean isPublic() {
        return addresses.stream().allMatch(TargetAddress::isPublic);
    }

    /** One address after the other, so that one that does not answer stops nothing for long. */
    InetAddress address(int attempt) {
        return addresses.get(Math.floorMod(attempt - 1, addresses.size()));
    }

    boolean isProtected() {
        return "https".equals(url.getScheme());
    }

    int port() {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return isProtected() ? 443 : 80;
    }

    /** As it stands in the address, and so in the header {@code Host}. */
    String host() {
        return url.getHost();
    }

    /** What the request line says. */
    String target() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
