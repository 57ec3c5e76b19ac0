package dev.lifering.audit.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code verify-audit} is asked to do. */
record VerifyArguments(String file, Optional<Path> keys, Optional<TrailCheck.ExpectedHead> remembered) {
    private static final Pattern SEAL = Pattern.compile("([1-9][0-9]{0,17}):([A-Za-z0-9_-]{43})");

    /** The arguments understood; empty when they are not. */
    static Optional<VerifyArguments> parse(List<String> args) {
        boolean isWhole = args.size() % 2 == 1 && !args.get(0).startsWith("--");
        if (!isWhole) {
            return Optional.empty();
        }
        Path keys = null;
        TrailCheck.ExpectedHead remembered = null;
        for (int i = 1; i < args.size(); i += 2) {
            Matcher seal = SEAL.matcher(args.get(i + 1));
            if (args.get(i).equals("--keys") && keys == null) {
                keys = Path.of(args.get(i + 1));
            } else if (args.get(i).equals("--expect-seal") && remembered == null && seal.matches()) {
                remembered = new TrailCheck.ExpectedHead(Long.parseLong(seal.group(1)), seal.group(2));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(
                new VerifyArguments(args.get(0), Optional.ofNullable(keys), Optional.ofNullable(remembered)));
    }
}
