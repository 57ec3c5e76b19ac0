package dev.lifering.audit.export;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Who may export while others do. */
class PlacesTest {
    private final Places places = new Places(4);

    @Test
    void anAccountGetsHalfOfThePlaces() {
        assertTrue(places.take("acme"));
        assertTrue(places.take("acme"));
        assertFalse(places.take("acme"));
        assertTrue(places.take("bakery"));
        places.leave("acme");
        assertTrue(places.take("acme"));
    }

    @Test
    void allTogetherGetNoMoreThanThereAre() {
        for (String account : new String[] {"a", "b", "c", "d"}) {
            assertTrue(places.take(account), account);
        }
        assertFalse(places.take("e"));
        places.leave("a");
        assertTrue(places.take("e"));
        assertFalse(places.take("a"));
    }
}
