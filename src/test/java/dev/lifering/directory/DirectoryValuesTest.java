package dev.lifering.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectoryValuesTest {

    @Test
    void exactlyACustomerHasAReseller() {
        var customer = new Account("bakery", "Bakery", AccountKind.CUSTOMER, "msp");
        assertEquals(Optional.of("msp"), customer.resellerId());
        assertTrue(customer.isCustomerOf("msp"));
        assertFalse(customer.isCustomerOf("other"));
        var direct = new Account("acme", "Acme", AccountKind.DIRECT, null);
        assertEquals(Optional.empty(), direct.resellerId());
        assertFalse(direct.isCustomerOf("msp"));
        assertThrows(IllegalArgumentException.class, () -> new Account("a", "A", AccountKind.CUSTOMER, null));
        for (AccountKind other : new AccountKind[] {AccountKind.DIRECT, AccountKind.RESELLER}) {
            assertThrows(IllegalArgumentException.class, () -> new Account("a", "A", other, "msp"));
        }
    }

    @Test
    void aPersonIsCalledByNameElseByAddressElseById() {
        assertEquals("Ada", person("ada@acme.example", "Ada").called());
        assertEquals("ada@acme.example", person("ada@acme.example", null).called());
        assertEquals("u-1", person(null, null).called());
    }

    @Test
    void x4_aPersonIsPrintedByIdsOnly() {
        assertEquals("Person[u-1 of acme]", person("ada@acme.example", "Ada").toString());
    }

    private static Person person(@Nullable String email, @Nullable String name) {
        return new Person("u-1", "acme", new UUID(0, 1), email, name, null, false, true, false);
    }
}
