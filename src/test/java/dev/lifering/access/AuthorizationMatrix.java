package dev.lifering.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The committed table: for each operation, and each relation of the token's account to the account asked for, the rules. */
final class AuthorizationMatrix {
    private static final Path FILE = Path.of("src/test/resources/dev/lifering/access/authorization-matrix.csv");
    private static final String HEAD = "operation,relation,answer by roles";

    private AuthorizationMatrix() {}

    /** One line of it. */
    record Case(String operation, String relation) {}

    static Map<Case, RoleRules> read() {
        var table = new LinkedHashMap<Case, RoleRules>();
        for (String line : lines().subList(1, lines().size())) {
            String[] cells = line.split(",", 3);
            for (String relation : cells[1].split(" ")) {
                if (table.put(new Case(cells[0], relation), RoleRules.parse(cells[2])) != null) {
                    throw new AssertionError("twice in the table: " + line);
                }
            }
        }
        return table;
    }

    /** Relations with the same answers share a line. */
    static void write(Map<Case, RoleRules> table) {
        var lines = new LinkedHashMap<String, Set<String>>();
        table.forEach((asked, rules) -> lines.computeIfAbsent(
                        asked.operation() + ",%s," + rules, line -> new LinkedHashSet<>())
                .add(asked.relation()));
        List<String> text = new ArrayList<>(List.of(HEAD));
        lines.forEach((line, relations) -> text.add(line.formatted(String.join(" ", relations))));
        try {
            Files.write(FILE, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new AssertionError("write it with -Dlifering.authorization.update=true", e);
        }
    }
}
