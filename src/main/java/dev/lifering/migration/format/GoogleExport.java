package dev.lifering.migration.format;

import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.Secret;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines with {@code otpauth-migration://offline?data=…}, as the QR codes of Google Authenticator's "Transfer accounts" hold
 * them. Google has not published the message behind it; it is the same in all tools that read it (schema in
 * beemdevelopment/Aegis, pull request 406): accounts are field 1; of each, the secret is field 1, the name 2, the issuer 3,
 * the algorithm 4 (1 SHA-1, 2 SHA-256, 3 SHA-512, 4 MD5), the digits 5 (1 six, 2 eight), the type 6 (1 HOTP, 2 TOTP).
 */
final class GoogleExport implements Lines.LineReading {
    private static final String START = "otpauth-migration://offline?";

    private final String issuer;

    /**
     * @param issuer the platform's name in the app; an export holds the accounts of other services too, and those stay out
     */
    GoogleExport(String issuer) {
        this.issuer = issuer;
    }

    /** {@code userId<TAB>URI}, or the URI alone, whose accounts then name the users. */
    @Override
    public List<Entry> read(long number, String line) {
        int tab = line.indexOf('\t');
        Owner whole = tab < 0 ? null : new Owner.ById(line.substring(0, tab).strip(), null);
        var entries = new ArrayList<Entry>();
        for (Account account : accounts(line.substring(tab + 1).strip())) {
            if (account.issuedBy(issuer)) {
                entries.add(entry(number, account, whole));
            }
        }
        if (entries.isEmpty()) {
            throw ProblemType.INVALID_REQUEST.because("The export has no account of the issuer that was asked for.");
        }
        return entries;
    }

    private static Entry entry(long number, Account account, @Nullable Owner whole) {
        Owner owner = whole == null ? new Owner.Named(List.of(KeyUri.account(account.name()))) : whole;
        try {
            return new Entry.Found(number, owner, List.of(account.app()));
        } catch (Problem refusal) {
            String id = owner instanceof Owner.ById known ? known.id() : KeyUri.account(account.name());
            return new Entry.Refused(number, id, refusal);
        }
    }

    private static List<Account> accounts(String uri) {
        if (!uri.startsWith(START)) {
            throw ProblemType.MALFORMED_REQUEST.because("There is no URI that begins with " + START + "data=.");
        }
        String data = KeyUri.parameters(uri.substring(START.length())).getOrDefault("data", "");
        try {
            byte[] message = Base64.getDecoder().decode(data.replace('-', '+').replace('_', '/'));
            return new ProtobufFields(message)
                    .all().stream()
                            .filter(field -> field.number() == 1)
                            .map(field -> Account.read(field.content().bytes()))
                            .toList();
        } catch (IllegalArgumentException e) {
            throw ProblemType.MALFORMED_REQUEST.because("The data of the URI cannot be read.");
        }
    }

    /** One account of the export, as it stands there. */
    private record Account(Secret key, String name, String issuer, int algorithm, int digits, int type) {

        static Account read(byte[] message) {
            Secret key = Secret.of(new byte[0]);
            String name = "";
            String issuer = "";
            int[] numbers = new int[7];
            for (ProtobufFields.Field field : new ProtobufFields(message).all()) {
                switch (field.number()) {
                    case 1 -> key = field.content();
                    case 2 -> name = new String(field.content().bytes(), StandardCharsets.UTF_8);
                    case 3 -> issuer = new String(field.content().bytes(), StandardCharsets.UTF_8);
                    case 4, 5, 6 -> numbers[field.number()] = (int) field.value();
                    default -> {
                        // A counter, an id, or what a later version knows.
                    }
                }
            }
            return new Account(key, name, issuer, numbers[4], numbers[5], numbers[6]);
        }

        boolean issuedBy(String wanted) {
            return issuer.isEmpty() ? name.startsWith(wanted + ":") : issuer.equals(wanted);
        }

        ForeignApp app() {
            if (type == 1) {
                throw KeyUri.counterBased();
            }
            return new ForeignApp(Labels.of(null), key, parameters());
        }

        private TotpParameters parameters() {
            String hash = switch (algorithm) {
                case 0, 1 -> "SHA1";
                case 2 -> "SHA256";
                case 3 -> "SHA512";
                default -> "MD5";
            };
            Integer shown = switch (digits) {
                case 0, 1 -> 6;
                case 2 -> 8;
                default -> 7;
            };
            return Parameters.of(hash, shown, null);
        }
    }
}
