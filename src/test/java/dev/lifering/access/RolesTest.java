package dev.lifering.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {

    @ParameterizedTest
    @ValueSource(strings = {"reseller", "Reseller", " RESELLER\t", "ｒｅｓｅｌｌｅｒ"})
    void s3_besideAnythingThatReadsResellerServiceAndSupportDoNotCount(String spelling) {
        var groups = Set.of(spelling, "user", "admin", "service", "support");
        assertTrue(Roles.readReseller(groups));
        assertEquals(Set.of(spelling, "user", "admin"), Roles.granted(groups));
    }

    @Test
    void section3_withoutItEveryRoleCountsAsItIsSpelled() {
        var groups = Set.of("user", "service", "Support", "resellers", "presale");
        assertFalse(Roles.readReseller(groups));
        assertEquals(groups, Roles.granted(groups));
    }

    @Test
    void anActorHasTheRolesOfHisTokenAndNoOthers() {
        var actor = new Actor("ada", Set.of("admin"), false, "acme");
        assertTrue(actor.is("admin"));
        assertFalse(actor.is("user"));
        assertEquals(Optional.of("acme"), actor.accountId());
        assertEquals(Optional.empty(), new Actor("login", Set.of(), false, null).accountId());
    }
}
