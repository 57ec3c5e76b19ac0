package dev.lifering.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an enrolment was started with decides what may come of it. */
class AuthorisationTest {

    @Test
    void e7_aBackupCodeOrARecoverySessionMayReplaceAnAuthenticator() {
        assertEquals(
                Set.of(Authorisation.BACKUP_CODE, Authorisation.RECOVERY_SESSION),
                EnumSet.allOf(Authorisation.class).stream()
                        .filter(Authorisation::mayReplace)
                        .collect(Collectors.toSet()));
    }
}
