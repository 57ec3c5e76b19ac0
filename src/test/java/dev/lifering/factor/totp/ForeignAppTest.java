package dev.lifering.factor.totp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifering.accountpolicy.TotpAlgorithm;
import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.Secret;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignAppTest {

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 64, 128})
    void takesASecretOf128To1024Bits(int bytes) {
        assertDoesNotThrow(() -> app(bytes));
    }

    /** RFC 4226 §4, R6; and RFC 2104 §3 for the longest that is worth it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 10, 15, 129, 4096})
    void refusesAShorterOneAndALongerOne(int bytes) {
        assertEquals(
                ProblemType.INVALID_REQUEST,
                assertThrows(Problem.class, () -> app(bytes)).type());
    }

    private static ForeignApp app(int bytes) {
        return new ForeignApp(
                "Phone", Secret.of(new byte[bytes]), new TotpParameters(TotpAlgorithm.SHA1, 6, Duration.ofSeconds(30)));
    }
}
