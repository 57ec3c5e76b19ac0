package dev.lifering.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which demands of a login are about something that the user has yet to set up. */
class LoginDemandTest {

    @Test
    void whoeverHasToSetUpOrWillHaveToHasYetToEnrol() {
        assertEquals(
                Set.of(LoginDemand.ENROLMENT_REQUIRED, LoginDemand.ENROLMENT_DUE),
                EnumSet.allOf(LoginDemand.class).stream()
                        .filter(LoginDemand::isToEnrol)
                        .collect(Collectors.toSet()));
    }
}
