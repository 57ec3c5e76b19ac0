package dev.lifering.testing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody has who came over from Ory Kratos: the app on the phone, and backup codes on paper.
 *
 * @param codes unspent, as they are shown there
 */
public record Migrated(Member member, AuthenticatorApp app, List<String> codes) {
    private static final String SECRET = "SEXUJFRHC7GPKKWCBRKFYLOB5PJOLQ3D";

    /** Brings an app and so many codes over for the user. */
    public static Migrated of(Member member, MovableTime time, int codes) {
        List<String> drawn = Stream.generate(Migrated::code).limit(codes).toList();
        Import.told(member.tenant(), "format=kratos", identity(member, drawn));
        return new Migrated(member, new AuthenticatorApp(SECRET, time), drawn);
    }

    /** A code by its place in the list. */
    public String code(int index) {
        return codes.get(index);
    }

    /** A code of the same form; a letter in front, as eight digits alone are a TOTP (rule V1). */
    public static String code() {
        return "k" + UUID.randomUUID().toString().substring(0, 7);
    }

    /** The file of a user with an app and these codes. */
    public static String identity(Member member, List<String> codes) {
        return """
                {"id":"%s","traits":{"email":"%s"},"credentials":{
                "totp":{"config":{"totp_url":"otpauth://totp/a?secret=%s"}},
                "lookup_secret":{"config":{"recovery_codes":[%s]}}}}
                """.formatted(
                        member.id(),
                        member.email(),
                        SECRET,
                        codes.stream().map("{\"code\":\"%s\"}"::formatted).collect(Collectors.joining(",")));
    }
}
