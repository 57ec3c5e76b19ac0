package dev.lifering.http;

import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** Broken constraints in the words of the caller: the JSON field or the parameter, never the Java method. */
final class Violations {
    private Violations() {}

    static Problem problem(ConstraintViolationException broken) {
        if (broken.getConstraintViolations().stream().anyMatch(Violations::isOurs)) {
            return Refusals.ofStatus(500);
        }
        if (broken.getConstraintViolations().stream().anyMatch(BodyParameters::isMissingBody)) {
            return ProblemType.MALFORMED_REQUEST.because("The call needs a JSON body.");
        }
        List<Violation> violations = broken.getConstraintViolations().stream()
                .map(violation -> new Violation(field(violation.getPropertyPath()), violation.getMessage()))
                .distinct()
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
        return ProblemType.INVALID_REQUEST.because(detail(violations)).violations(violations);
    }

    /** A constraint on what a method returns is broken by us, not by the caller. */
    private static boolean isOurs(ConstraintViolation<?> violation) {
        return nodes(violation.getPropertyPath()).stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    private static String detail(List<Violation> violations) {
        return violations.size() == 1
                ? violations.get(0).field() + " " + violations.get(0).message() + "."
                : "Several values break a rule; see violations.";
    }

    /** The path without method and, for what is inside a body, without the parameter that holds it. */
    private static String field(Path path) {
        List<Path.Node> nodes = nodes(path);
        boolean inside = nodes.stream().anyMatch(node -> node.getKind() == ElementKind.PROPERTY);
        var field = new StringBuilder();
        for (Path.Node node : nodes) {
            switch (node.getKind()) {
                case PROPERTY -> append(field, node, true);
                case CONTAINER_ELEMENT -> append(field, node, false);
                case PARAMETER -> append(field, node, !inside);
                default -> {} // the method, which is no business of the caller
            }
        }
        return field.toString();
    }

    private static void append(StringBuilder field, Path.Node node, boolean named) {
        if (node.getIndex() != null) {
            field.append('[').append(node.getIndex()).append(']');
        }
        if (named) {
            field.append(field.isEmpty() ? "" : ".").append(node.getName());
        }
    }

    static List<Path.Node> nodes(Path path) {
        return StreamSupport.stream(path.spliterator(), false).toList();
    }
}
