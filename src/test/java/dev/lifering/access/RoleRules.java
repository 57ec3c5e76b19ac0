package dev.lifering.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is answered to each of the 32 combinations of roles, as rules to be read from left to right; the first that fits
 * counts: {@code service !reseller: 204 | else: 403 forbidden}.
 */
record RoleRules(List<Rule> rules) {
    static final List<String> ROLES = List.of("user", "admin", "reseller", "support", "service");

    private static final String ELSE = "else";

    /** @param condition roles that the token has, and with {@code !} those that it lacks; none for everybody else */
    record Rule(Set<String> condition, String answer) {
        boolean fits(Set<String> roles) {
            return condition.stream()
                    .allMatch(part -> part.startsWith("!") ? !roles.contains(part.substring(1)) : roles.contains(part));
        }

        @Override
        public String toString() {
            String roles = ROLES.stream()
                    .flatMap(role -> Stream.of(role, "!" + role))
                    .filter(condition::contains)
                    .sorted(Comparator.comparing(part -> part.startsWith("!")))
                    .collect(Collectors.joining(" "));
            return (roles.isEmpty() ? ELSE : roles) + ": " + answer;
        }
    }

    /** Every set of roles that a token may hold. */
    static List<Set<String>> combinations() {
        return IntStream.range(0, 1 << ROLES.size())
                .mapToObj(bits -> IntStream.range(0, ROLES.size())
                        .filter(role -> (bits & 1 << role) != 0)
                        .mapToObj(ROLES::get)
                        .collect(Collectors.toUnmodifiableSet()))
                .toList();
    }

    static RoleRules parse(String text) {
        return new RoleRules(Arrays.stream(text.split(" \\| "))
                .map(rule -> {
                    String[] parts = rule.split(": ", 2);
                    Set<String> condition = parts[0].equals(ELSE) ? Set.of() : Set.of(parts[0].split(" "));
                    return new Rule(condition, parts[1]);
                })
                .toList());
    }

    /** Few and short rules that say the same; whatever a token without any role gets comes last. */
    static RoleRules of(Map<Set<String>, String> answers) {
        String last = answers.get(Set.of());
        var open = new LinkedHashMap<>(answers);
        var rules = new ArrayList<Rule>();
        while (new TreeSet<>(open.values()).size() > 1) {
            Rule next = conditions().stream()
                    .filter(condition -> isClear(condition, open))
                    .min(Comparator.<Set<String>>comparingInt(condition -> last.equals(answer(condition, open)) ? 1 : 0)
                            .thenComparingInt(Set::size)
                            .thenComparingLong(
                                    condition -> -fitting(condition, open).size()))
                    .map(condition -> new Rule(condition, answer(condition, open)))
                    .orElseThrow();
            rules.add(next);
            open.keySet().removeIf(next::fits);
        }
        rules.add(new Rule(Set.of(), open.values().iterator().next()));
        return new RoleRules(rules);
    }

    String answerTo(Set<String> roles) {
        return rules.stream()
                .filter(rule -> rule.fits(roles))
                .map(Rule::answer)
                .findFirst()
                .orElse("nothing");
    }

    @Override
    public String toString() {
        return rules.stream().map(Rule::toString).collect(Collectors.joining(" | "));
    }

    private static boolean isClear(Set<String> condition, Map<Set<String>, String> open) {
        return fitting(condition, open).stream().distinct().count() == 1;
    }

    private static String answer(Set<String> condition, Map<Set<String>, String> open) {
        return fitting(condition, open).get(0);
    }

    private static List<String> fitting(Set<String> condition, Map<Set<String>, String> open) {
        var rule = new Rule(condition, "");
        return open.entrySet().stream()
                .filter(entry -> rule.fits(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Each role asked for, excluded or left open: the 242 conditions that ask for anything. */
    private static List<Set<String>> conditions() {
        List<Set<String>> all = List.of(Set.of());
        for (String role : ROLES) {
            all = all.stream()
                    .flatMap(condition -> Stream.of(condition, with(condition, role), with(condition, "!" + role)))
                    .toList();
        }
        return all.stream().filter(condition -> !condition.isEmpty()).toList();
    }

    private static Set<String> with(Set<String> condition, String part) {
        var more = new TreeSet<>(condition);
        more.add(part);
        return more;
    }
}
