package dev.lifering.http;

import java.util.List;

/** What clients send that they never should: values as JSON text, and values of parameters as they stand in an address. */
final class OddValues {
    /** No field of any operation takes one of these. */
    static final List<String> NEVER = List.of(
            "\"\"",
            "\"   \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"a\\nb\"",
            "\"a\\u001bb\"",
            "\"a\\u007fb\"",
            "\"\\ud800\"",
            "\"a\\udc00b\"",
            "\"\\u2028\"",
            "\"\\u202eevil\"",
            "{}",
            "{\"a\":{\"b\":[]}}",
            "[[]]",
            "[{}]",
            "[null]",
            "-1",
            "1.5",
            "1e400",
            "9".repeat(99),
            "9".repeat(200),
            "NaN",
            "0x10",
            "truthy",
            "\"" + "x".repeat(5000) + "\"",
            "\"unknown_constant\\t\"");

    /** Some fields may take one of these. */
    static final List<String> PERHAPS = List.of(
            "null",
            "\"🛟\"",
            "\"x\"",
            "true",
            "\"true\"",
            "0",
            "\"0\"",
            "2147483648",
            "[]",
            "\"unknown_constant\"",
            "\"P1Y\"",
            "\"PT99999999999H\"",
            "\"<script>\"",
            "\"' or 1=1 --\"",
            "\"../../etc/passwd\"",
            "\"%00\"");

    /** For the path and the query, percent-encoded. */
    static final List<String> PARAMETERS = List.of(
            "%00",
            "a%00b",
            "%0A",
            "%20",
            "%ED%A0%80",
            "%C3%28",
            "%F0%9F%9B%9F",
            "a%20b",
            "%25",
            "%27",
            "-1",
            "0",
            "1.5",
            "99999999999999999999",
            "x".repeat(300),
            "x".repeat(3000),
            "..%2F..",
            "null",
            "NaN");

    private OddValues() {}
}
