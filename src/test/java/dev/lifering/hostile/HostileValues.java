package dev.lifering.hostile;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that clients send and never should: as JSON text, and as they stand in an address. */
final class HostileValues {
    /** No field of any operation takes one of these. */
    static final List<String> NEVER_IN_JSON = Stream.concat(
                    Stream.of(
                            "\"\"",
                            "\"   \"",
                            "\"\\u0000\"",
                            "\"a\\u0000b\"",
                            "\"a\\nb\"",
                            "\"a\\r\\nSet-Cookie: a=b\"",
                            "\"a\\u001bb\"",
                            "\"a\\u007fb\"",
                            "\"a\\u0085b\"",
                            "\"\\ud800\"",
                            "\"a\\udc00b\"",
                            "\"\\udc00\\ud800\"",
                            "\"\\u2028\"",
                            "\"\\u202eevil\"",
                            "\"\\x41\"",
                            "\"\\u12\"",
                            "\"unended",
                            "\"unknown_constant\\t\"",
                            "\"a\u0000b\"",
                            "\"a\nb\"",
                            "{}",
                            "{\"a\":{\"b\":[]}}",
                            "{\"$ref\":\"#/\"}",
                            "[[]]",
                            "[{}]",
                            "[null]",
                            "[1,\"a\",null]",
                            "-1",
                            "1.5",
                            "1e400",
                            "-1e-400",
                            "9223372036854775808",
                            "01",
                            "+1",
                            "1.",
                            ".5",
                            "NaN",
                            "Infinity",
                            "0x10",
                            "truthy",
                            "True",
                            "undefined",
                            "'single'",
                            "/* comment */ 1",
                            "",
                            ",",
                            "9".repeat(99),
                            "9".repeat(200),
                            "9".repeat(20_000),
                            "\"" + "x".repeat(5000) + "\"",
                            "\"" + "\u00e4".repeat(20_000) + "\""),
                    IntStream.of(33, 1000, 20_000).mapToObj(HostileValues::deep))
            .toList();

    /** Some fields may take one of these. */
    static final List<String> PERHAPS_IN_JSON = List.of(
            "null",
            "\"\ud83d\udedf\"",
            "\"x\"",
            "\"\u0065\u0301\"",
            "\"\\u0065\\u0301\"",
            "\"\\uFEFFx\"",
            "true",
            "\"true\"",
            "0",
            "-0",
            "\"0\"",
            "2147483648",
            "[]",
            "\"unknown_constant\"",
            "\"P1Y\"",
            "\"PT99999999999H\"",
            "\"-PT1H\"",
            "\"<script>\"",
            "\"' or 1=1 --\"",
            "\"../../etc/passwd\"",
            "\"${jndi:ldap://a}\"",
            "\"{{7*7}}\"",
            "\"%00\"",
            "\"=cmd()\"");

    /** No UTF-8 (RFC 3629): a lone continuation, overlong forms, a surrogate, beyond U+10FFFF, a broken end. */
    static final List<byte[]> NO_UTF8 = List.of(
            bytes(0x80),
            bytes(0xff),
            bytes(0xfe, 0xff),
            bytes(0xc0, 0xaf),
            bytes(0xc0, 0x80),
            bytes(0xe0, 0x80, 0xaf),
            bytes(0xed, 0xa0, 0x80),
            bytes(0xf4, 0x90, 0x80, 0x80),
            bytes(0xf8, 0x88, 0x80, 0x80, 0x80),
            bytes(0xc3, 0x28),
            bytes(0xe2, 0x82));

    /** Percent-encoded; no parameter of any operation takes one of these. */
    static final List<String> NEVER_IN_ADDRESS = List.of(
            "%00",
            "a%00b",
            "%0A",
            "%0D%0Aa:b",
            "%1B",
            "%7F",
            "%20",
            "a%20b",
            "%ED%A0%80",
            "%C3%28",
            "%C0%AF",
            "%FF",
            "%E2%80%AE",
            "%F0%9F%9B%9F",
            "%C3%A4",
            "%25",
            "%2500",
            "%27",
            "%22",
            "%3Cscript%3E",
            "%24%7Bjndi:a%7D",
            "%",
            "%z",
            "%zz",
            "a%zzb",
            "%u0041",
            "x".repeat(300));

    /** For addresses too, but what they come to depends on where they stand. */
    static final List<String> PERHAPS_IN_ADDRESS = List.of(
            "",
            "-1",
            "0",
            "1.5",
            "1e3",
            "99999999999999999999",
            "null",
            "undefined",
            "NaN",
            "true",
            "a+b",
            "*",
            ".",
            "..",
            "%2e%2e",
            "..%2F..",
            "..%5C..",
            "..;/",
            "a;b=c",
            "a&b=c",
            "a?b",
            "a%23b",
            "a%2Fb",
            "a/b",
            "[]",
            "2026-01-01",
            "2026-13-01T00:00:00Z",
            "+1000000000-01-01T00:00:00Z");

    private HostileValues() {}

    static String deep(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
