package dev.lifering.factor.totp;

import static dev.lifering.testing.Refusal.refused;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules V2 and E2 with codes of the OATH Toolkit, which Debian packages as oathtool. */
@QuarkusTest
class OathtoolTest {
    @Inject
    MovableTime time;

    @BeforeAll
    static void oathtoolIsThere() {
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "oathtool")));
        assumeTrue(found, "skipped: oathtool (package oathtool of Debian) is not on the PATH");
    }

    @ParameterizedTest
    @CsvSource({"SHA1, 6, 30", "SHA1, 8, 30", "SHA256, 6, 60", "SHA256, 8, 30", "SHA512, 8, 15"})
    void v2_acceptsTheCodesOfOathtool(String algorithm, int digits, int period) throws Exception {
        var tenant = Tenant.direct(time);
        tenant.policy(Map.of(
                "totpAlgorithm",
                algorithm.toLowerCase(Locale.ROOT),
                "totpDigits",
                digits,
                "totpPeriod",
                "PT" + period + "S"));
        Member ada = tenant.user();
        Response started =
                ada.startEnrolment(Map.of()).statusCode(201).extract().response();
        var phone = new Phone(started.path("secret"), algorithm, digits, period);

        String first = phone.code();
        String setId =
                ada.confirm(started.path("id"), first).statusCode(200).extract().path("backupCodes.setId");
        ada.acknowledge(setId).statusCode(200);
        refused(ada.verify(first), ProblemType.CODE_REJECTED);

        time.advance(Duration.ofSeconds(period));
        String second = phone.code();
        assertEquals(digits, second.length());
        ada.verify(second).statusCode(200).body("method", is("totp"));
        refused(ada.verify(second), ProblemType.CODE_REJECTED);
    }

    private final class Phone {
        private final String secret;
        private final String algorithm;
        private final int digits;
        private final int period;

        Phone(String secret, String algorithm, int digits, int period) {
            this.secret = secret;
            this.algorithm = algorithm;
            this.digits = digits;
            this.period = period;
        }

        /** What the tool computes for the application's time; it reads the secret from its standard input. */
        String code() throws IOException, InterruptedException {
            Process tool = new ProcessBuilder(
                            "oathtool",
                            "--totp=" + algorithm,
                            "--base32",
                            "--digits=" + digits,
                            "--time-step-size=" + period + "s",
                            "--now=@" + time.instant().getEpochSecond(),
                            "-")
                    .redirectErrorStream(true)
                    .start();
            try (var input = tool.outputWriter(US_ASCII)) {
                input.write(secret);
            }
            String answer = new String(tool.getInputStream().readAllBytes(), US_ASCII).strip();
            assertEquals(0, tool.waitFor(), answer);
            return answer;
        }
    }
}
