package dev.lifering.runtime;

import dev.lifering.crypto.InvalidKeySet;
import dev.lifering.crypto.KeySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds everything that is missing or too weak to start with, all at once. Demo makes up what is missing, but what was
 * set must be good there too.
 */
final class StartUpCheck {
    static final String DATABASE_USER = "quarkus.datasource.username";
    static final String KEYS_LOCATION = "lifering.keys.location";
    static final String KEYS_VALUE = "lifering.keys.value";
    static final String JWT_KEY = "mp.jwt.verify.publickey";
    static final String JWT_KEY_LOCATION = "mp.jwt.verify.publickey.location";
    static final String JWT_ISSUER = "mp.jwt.verify.issuer";
    static final String JWT_AUDIENCES = "mp.jwt.verify.audiences";
    static final String MAIL_HOST = "quarkus.mailer.host";
    static final String MAIL_FROM = "quarkus.mailer.from";
    static final String LINK_URL = "lifering.recovery.link-url";
    static final String USERS_URL = "lifering.recovery.users-url";
    static final String TOTP_DIGITS = "lifering.policy.totp-digits";

    private final Settings settings;
    private final boolean embeddedPossible;
    private final RunMode mode;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param settings what was set
     * @param embeddedPossible whether this binary can run PostgreSQL beside itself
     */
    StartUpCheck(Settings settings, boolean embeddedPossible) {
        this.settings = settings;
        this.embeddedPossible = embeddedPossible;
        this.mode = RunMode.of(settings);
    }

    /** What stands in the way of a start; empty when nothing does. */
    List<Finding> findings() {
        findings.clear();
        oneOf(RunMode.DEMO, "true", "false");
        oneOf(RunMode.DATABASE, "external", RunMode.EMBEDDED);
        // Rule V1: what has another number of digits would be taken for a backup code.
        oneOf(TOTP_DIGITS, "6", "8");
        if (mode.embedded()) {
            checkEmbeddedDatabase();
        } else {
            checkExternalDatabase();
        }
        checkKeySet();
        checkJwt();
        require(MAIL_HOST, "The mail server that recovery links and notices go through, such as smtp.example.com.");
        checkSender();
        require(
                LINK_URL,
                "The page that recovery links lead to, such as https://lifering.example.com/console/recover.");
        checkPage(LINK_URL);
        checkPage(USERS_URL);
        findings.addAll(new WebhookCheck(settings, mode).findings());
        return List.copyOf(findings);
    }

    /** One text that names all findings. */
    static String message(List<Finding> findings) {
        var lines = new ArrayList<String>();
        lines.add("Lifering does not start, because settings are missing or too weak:");
        findings.forEach(finding -> lines.add("  - " + finding));
        if (findings.stream().anyMatch(Finding::isMissing)) {
            lines.add("To try Lifering without setting anything, set lifering.demo=true (LIFERING_DEMO); never in"
                    + " production.");
        }
        return String.join("\n", lines);
    }

    private void oneOf(String property, String first, String second) {
        settings.get(property)
                .filter(value -> !value.equals(first) && !value.equals(second))
                .ifPresent(value -> findings.add(
                        new Finding(property, "has an unknown value", "It is " + first + " or " + second + ".")));
    }

    private void checkEmbeddedDatabase() {
        if (!embeddedPossible) {
            findings.add(new Finding(
                    RunMode.DATABASE,
                    "asks for the embedded PostgreSQL (as demo does), which the native image does not have",
                    "Set quarkus.datasource.jdbc.url, or run Lifering on Java."));
        }
        if (settings.has(RunMode.JDBC_URL)) {
            findings.add(new Finding(
                    RunMode.JDBC_URL,
                    "is set, and so is lifering.database=embedded",
                    "Take one of them away; they name two different databases."));
        }
    }

    private void checkExternalDatabase() {
        var url = settings.get(RunMode.JDBC_URL);
        if (url.isEmpty()) {
            findings.add(Finding.missing(
                    RunMode.JDBC_URL,
                    "Where PostgreSQL is, such as jdbc:postgresql://db.example.com:5432/lifering. On one small machine"
                            + " lifering.database=embedded (LIFERING_DATABASE) does instead."));
        } else if (!url.get().startsWith("jdbc:postgresql:")) {
            findings.add(
                    new Finding(RunMode.JDBC_URL, "does not name a PostgreSQL", "It starts with jdbc:postgresql:"));
        }
        if (!settings.has(DATABASE_USER) && !url.orElse("").contains("user=")) {
            findings.add(Finding.missing(
                    DATABASE_USER,
                    "The database role of this service; its password goes into quarkus.datasource.password"
                            + " (QUARKUS_DATASOURCE_PASSWORD)."));
        }
    }

    private void checkKeySet() {
        if (settings.has(KEYS_VALUE)) {
            checkKeySet(KEYS_VALUE, () -> KeySet.parse(settings.get(KEYS_VALUE).orElseThrow()));
        } else if (settings.has(KEYS_LOCATION)) {
            checkKeySet(
                    KEYS_LOCATION, () -> KeySet.read(settings.get(KEYS_LOCATION).orElseThrow()));
        } else {
            require(
                    KEYS_LOCATION,
                    "The file with the key set that the command generate-keys prints; or the key set itself in "
                            + KEYS_VALUE + " (LIFERING_KEYS_VALUE).");
        }
    }

    private void checkKeySet(String property, Runnable read) {
        try {
            read.run();
        } catch (InvalidKeySet invalid) {
            findings.add(new Finding(
                    property,
                    "holds no usable key set: " + invalid.getMessage(),
                    "The command generate-keys prints a good one; rotate-keys FILE renews one."));
        }
    }

    private void checkJwt() {
        if (settings.has(JWT_KEY)) {
            addWeakJwtKey(JWT_KEY, JwtKeyCheck.ofContent(settings.get(JWT_KEY).orElseThrow()));
        } else if (settings.has(JWT_KEY_LOCATION)) {
            var location = settings.get(JWT_KEY_LOCATION).orElseThrow();
            addWeakJwtKey(JWT_KEY_LOCATION, JwtKeyCheck.ofLocation(location));
        } else {
            require(
                    JWT_KEY_LOCATION,
                    "The key that verifies the tokens of your identity provider: its JWKS address, or a file; or the"
                            + " key itself in " + JWT_KEY + " (MP_JWT_VERIFY_PUBLICKEY).");
        }
        require(JWT_ISSUER, "The iss of the tokens that your identity provider issues.");
        if (settings.get(JWT_ISSUER).filter("NONE"::equals).isPresent()) {
            findings.add(new Finding(JWT_ISSUER, "switches the check of the issuer off", "Name the issuer."));
        }
        require(JWT_AUDIENCES, "The aud that a token for Lifering carries; tokens for other services are refused.");
    }

    private void checkSender() {
        String remedy = "The sender of those mails, such as security@example.com.";
        require(MAIL_FROM, remedy);
        settings.get(MAIL_FROM)
                .filter(sender -> !sender.contains("@"))
                .ifPresent(sender -> findings.add(new Finding(MAIL_FROM, "is no address", remedy)));
    }

    private void checkPage(String property) {
        settings.get(property)
                .flatMap(PageAddress::flaw)
                .ifPresent(flaw -> findings.add(new Finding(
                        property,
                        flaw,
                        "It takes the address of a page, such as https://lifering.example.com/recover.")));
    }

    private void addWeakJwtKey(String property, Optional<String> weakness) {
        weakness.ifPresent(problem -> findings.add(new Finding(
                property,
                problem,
                "It takes a public RSA key of at least 2048 bits or an EC key, as JWK, JWKS or PEM.")));
    }

    private void require(String property, String remedy) {
        if (!mode.demo() && !settings.has(property)) {
            findings.add(Finding.missing(property, remedy));
        }
    }
}
