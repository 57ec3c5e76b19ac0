package dev.lifering.webhook.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of an endpoint's address goes where: to the connection, and into the request. */
class RouteTest {
    private static final URI HOOK = URI.create("https://crm.example.com/hook");

    @ParameterizedTest
    @CsvSource({
        "https://crm.example.com,                  crm.example.com, 443,  true,  /",
        "https://crm.example.com/,                 crm.example.com, 443,  true,  /",
        "https://crm.example.com:8443/hook,        crm.example.com, 8443, true,  /hook",
        "https://crm.example.com/a%2Fb?x=%20y&z=1, crm.example.com, 443,  true,  /a%2Fb?x=%20y&z=1",
        "https://crm.example.com?x=1,              crm.example.com, 443,  true,  /?x=1",
        "http://crm.example.com/hook,              crm.example.com, 80,   false, /hook",
        "http://crm.example.com:0/hook,            crm.example.com, 0,    false, /hook",
        "http://[::1]:8080/hook,                   [::1],           8080, false, /hook"
    })
    void partsOfAnAddress(URI url, String host, int port, boolean isProtected, String target) {
        var route = new Route(url, List.of(InetAddress.getLoopbackAddress()));
        assertEquals(host, route.host());
        assertEquals(port, route.port());
        assertEquals(isProtected, route.isProtected());
        assertEquals(target, route.target());
    }

    @Test
    void eachAttemptTakesTheNextAddress() throws UnknownHostException {
        InetAddress one = InetAddress.getByName("8.8.8.8");
        InetAddress two = InetAddress.getByName("8.8.4.4");
        var route = new Route(HOOK, List.of(one, two));
        assertEquals(one, route.address(1));
        assertEquals(two, route.address(2));
        assertEquals(one, route.address(3));
    }

    @Test
    void theAddressesThatWereLookedAtStay() {
        var addresses = new ArrayList<>(List.of(InetAddress.getLoopbackAddress()));
        var route = new Route(HOOK, addresses);
        addresses.clear();
        assertEquals(List.of(InetAddress.getLoopbackAddress()), route.addresses());
    }

    @Test
    void aHostIsLookedUpWhole() throws UnknownHostException {
        URI url = URI.create("https://127.0.0.1/hook");
        assertEquals(new Route(url, List.of(InetAddress.getByName("127.0.0.1"))), Route.to(url));
        assertThrows(UnknownHostException.class, () -> Route.to(URI.create("https://nobody.invalid/hook")));
    }
}
