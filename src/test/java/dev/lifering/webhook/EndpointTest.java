package dev.lifering.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.audit.Deed;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody who is told of some facts, and whose address is nobody else's business. */
class EndpointTest {
    private static final URI HOOK = URI.create("https://crm.example.com/hook?key=only-the-receiver-knows");

    @Test
    void itWantsWhatItIsToldOfAndNothingElse() {
        var endpoint = new Endpoint("crm", HOOK, List.of(), EnumSet.of(Deed.LOCKOUT));
        assertTrue(endpoint.wants(Deed.LOCKOUT));
        assertFalse(endpoint.wants(Deed.VERIFICATION));
    }

    @Test
    void whatItWantsStaysAsItWas() {
        var deeds = EnumSet.of(Deed.LOCKOUT);
        var endpoint = new Endpoint("crm", HOOK, List.of(), deeds);
        deeds.add(Deed.VERIFICATION);
        assertFalse(endpoint.wants(Deed.VERIFICATION));
    }

    @Test
    void x4_itIsPrintedByItsNameAlone() {
        assertEquals("Endpoint[crm]", new Endpoint("crm", HOOK, List.of(), EnumSet.of(Deed.LOCKOUT)).toString());
    }
}
