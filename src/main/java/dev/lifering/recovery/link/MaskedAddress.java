package dev.lifering.recovery.link;

/** An e-mail address that its owner recognises and nobody else learns: {@code j***@acme.example}. */
final class MaskedAddress {
    private MaskedAddress() {}

    static String of(String email) {
        int at = email.lastIndexOf('@');
        int shown = email.offsetByCodePoints(0, 1);
        return at < 1 ? "***" : email.substring(0, Math.min(shown, at)) + "***" + email.substring(at);
    }
}
