package dev.lifering.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages, and which of ours each of them imports: exactly these, and only from lower ranks. */
class PackageTableTest {
    /** A line without a rank continues the one before. */
    private static final String TABLE = """
             0 | problem            |
             0 | crypto             |
             0 | gauge              |
             1 | work               | gauge
             0 | console            |
             0 | tracing            |
             0 | audit.seal         |
             2 | audit.sealing      | crypto work audit.seal
             1 | audit.proof        | crypto audit.seal
             1 | http.json          | problem
             2 | http               | problem http.json
             2 | directory          | problem
             3 | http.openapi       | problem http
             3 | access             | problem directory
             3 | mail               | crypto gauge work directory
             4 | assertion          | crypto
             4 | idempotency        | problem crypto work http access
             4 | audit              | problem crypto http directory access
             2 | audit.partition    | work
             5 | audit.export       | problem http directory access audit audit.sealing
             5 | arrival            | problem crypto directory access audit
             6 | accountpolicy      | problem http directory access audit arrival
             5 | webhook            | crypto audit
             6 | webhook.sending    | crypto webhook
             7 | webhook.delivery   | problem crypto gauge work http access audit webhook webhook.sending
             7 | factor             | problem directory mail audit
             7 | recovery.session   | problem crypto directory audit
             8 | factor.totp        | problem crypto directory accountpolicy factor
             1 | factor.backupcode.legacy | crypto
             8 | factor.backupcode  | problem crypto directory accountpolicy factor factor.backupcode.legacy
             9 | overview           | problem http directory access accountpolicy arrival factor factor.totp
               |                    | factor.backupcode
             8 | trusteddevice      | problem crypto work http directory access mail assertion audit accountpolicy arrival factor
             9 | verification       | problem crypto http directory access mail assertion audit accountpolicy arrival
               |                    | factor factor.totp factor.backupcode recovery.session trusteddevice
             9 | readiness          | problem work http directory access mail audit factor factor.totp factor.backupcode
             9 | recovery.policy    | problem directory access factor
            10 | recovery.link      | problem crypto http directory access mail audit arrival factor recovery.policy
               |                    | verification
            10 | enrolment          | problem crypto http directory access mail audit accountpolicy arrival factor
               |                    | factor.totp factor.backupcode recovery.session trusteddevice verification
            10 | provisioning       | problem crypto http directory access audit factor trusteddevice
             7 | rehearsal          | problem http directory access accountpolicy
            10 | keyrotation        | crypto gauge work
            11 | selfservice        | problem http work directory access mail audit accountpolicy arrival factor
               |                    | factor.totp factor.backupcode recovery.session overview trusteddevice verification
               |                    | enrolment
            10 | recovery.request   | problem http directory access mail audit arrival factor readiness
            11 | supportcase        | problem crypto work http directory access mail audit factor readiness
               |                    | recovery.policy recovery.link
            11 | users              | problem http directory access factor factor.totp factor.backupcode
               |                    | recovery.policy recovery.link
            11 | recovery.reset     | problem crypto work http directory access mail audit accountpolicy arrival factor
               |                    | factor.totp factor.backupcode recovery.session readiness trusteddevice recovery.link
               |                    | enrolment
            11 | demo               | problem http directory access mail audit accountpolicy provisioning
            11 | migration.format   | problem crypto http.json http directory accountpolicy factor.totp
               |                    | factor.backupcode.legacy
            12 | migration.product  | problem crypto directory factor.totp factor.backupcode.legacy migration.format
            13 | migration          | problem crypto http.json http directory access mail audit accountpolicy factor
               |                    | factor.totp factor.backupcode factor.backupcode.legacy enrolment provisioning
               |                    | migration.format migration.product
            14 | runtime            | crypto webhook audit.proof migration
            """;

    private final Map<String, Row> rows = read();
    private final Map<String, Set<String>> actual = actual();

    @Test
    void everyPackageIsListedAndEveryListedPackageExists() {
        assertEquals(new TreeSet<>(rows.keySet()), actual.keySet());
    }

    @Test
    void everyPackageImportsWhatItsRowSays() {
        var wrong = new ArrayList<String>();
        rows.forEach((name, row) -> {
            Set<String> imports = actual.getOrDefault(name, Set.of());
            without(imports, row.imports()).forEach(more -> wrong.add(name + " imports " + more + ", not in its row"));
            without(row.imports(), imports).forEach(less -> wrong.add(name + " does not import " + less));
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void importsOnlyGoDown() {
        var upward = new ArrayList<String>();
        rows.forEach((name, row) -> row.imports().stream()
                .filter(imported ->
                        !rows.containsKey(imported) || rows.get(imported).rank() >= row.rank())
                .forEach(imported -> upward.add(name + " imports " + imported)));
        assertEquals(List.of(), upward);
    }

    @Test
    void packagesFormNoCycle() {
        SlicesRuleDefinition.slices()
                .matching(Code.ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(Code.MAIN);
    }

    private record Row(int rank, Set<String> imports) {}

    private static Map<String, Row> read() {
        var rows = new LinkedHashMap<String, Row>();
        String current = "";
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            if (!cells[0].isBlank()) {
                current = cells[1].strip();
                rows.put(current, new Row(Integer.parseInt(cells[0].strip()), new TreeSet<>()));
            }
            Arrays.stream(cells[2].strip().split(" "))
                    .filter(name -> !name.isEmpty())
                    .forEach(rows.get(current).imports()::add);
        }
        return rows;
    }

    /** What the sources import, as annotations with constants leave no trace in class files, and what those refer to. */
    private static Map<String, Set<String>> actual() {
        var actual = new TreeMap<String, Set<String>>();
        for (SourceFile file : SourceFile.all()) {
            note(actual, file.packageName(), file.imports().stream().map(PackageTableTest::packageOf));
        }
        Code.MAIN.forEach(type -> note(
                actual,
                type.getPackageName(),
                type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .map(target -> target.getBaseComponentType().getPackageName())));
        return actual;
    }

    private static void note(Map<String, Set<String>> actual, String from, Stream<String> to) {
        Set<String> imports = actual.computeIfAbsent(Code.shortName(from), name -> new TreeSet<>());
        to.filter(name -> Code.isOurs(name) && !name.equals(from))
                .map(Code::shortName)
                .forEach(imports::add);
    }

    /** Names of packages are in lower case, those of types are not. */
    private static String packageOf(String type) {
        return Arrays.stream(type.split("\\."))
                .takeWhile(part -> Character.isLowerCase(part.charAt(0)))
                .collect(Collectors.joining("."));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        var rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
