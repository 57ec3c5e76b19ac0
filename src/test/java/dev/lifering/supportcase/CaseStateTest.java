package dev.lifering.supportcase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a case, as a table. */
class CaseStateTest {

    @ParameterizedTest
    @CsvSource({
        "OPEN,      open,      true,  APPROVED CANCELLED REFUSED EXPIRED",
        "APPROVED,  approved,  true,  LINK_SENT CANCELLED REFUSED",
        "LINK_SENT, link_sent, false, CANCELLED",
        "CANCELLED, cancelled, false, ''",
        "REFUSED,   refused,   false, ''",
        "EXPIRED,   expired,   false, ''"
    })
    void s2_aCaseGoesFromOpenToApprovedToItsLinkAndCanBeStoppedOnTheWay(
            CaseState state, String wireName, boolean isUnderWay, String following) {
        assertEquals(wireName, state.wireName());
        assertEquals(isUnderWay, state.isUnderWay());
        Set<String> expected = following.isEmpty() ? Set.of() : Set.of(following.split(" "));
        assertEquals(
                expected,
                Arrays.stream(CaseState.values())
                        .filter(state::mayBecome)
                        .map(Enum::name)
                        .collect(Collectors.toSet()));
    }

    @Test
    void s2_eachStateExplainsItselfInItsOwnWords() {
        Set<String> explanations = Arrays.stream(CaseState.values())
                .map(CaseState::explanation)
                .collect(Collectors.toCollection(HashSet::new));
        assertEquals(CaseState.values().length, explanations.size());
        assertEquals(false, explanations.contains(""));
    }
}
