package dev.lifering.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifering.testing.ApiOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every parameter of the path and of the query made wrong, and tricks with the address as a whole. */
final class AddressMutations {
    private final ApiOperation operation;
    private final Draft right;
    private final List<HostileRequest> made = new ArrayList<>();

    private AddressMutations(ApiOperation operation, Draft right) {
        this.operation = operation;
        this.right = right;
    }

    static List<HostileRequest> of(ApiOperation operation, Draft right, ValidCalls calls) {
        var mutations = new AddressMutations(operation, right);
        for (JsonNode parameter : operation.parameters("path")) {
            mutations.addPath(parameter.path("name").asText(), calls);
        }
        for (JsonNode parameter : operation.parameters("query")) {
            mutations.addQuery(parameter.path("name").asText(), new Contract(operation, parameter.path("schema")));
        }
        mutations.addWhole();
        return mutations.made;
    }

    private void addPath(String name, ValidCalls calls) {
        // The value is put into the template, and only then the others are filled in.
        HostileValues.NEVER_IN_ADDRESS.forEach(value -> refused(filled(name, value, calls)));
        HostileValues.PERHAPS_IN_ADDRESS.forEach(value -> perhaps(filled(name, value, calls)));
    }

    private String filled(String name, String value, ValidCalls calls) {
        var other = new ApiOperation(
                operation.id(),
                operation.method(),
                operation.path().replace("{" + name + "}", value),
                operation.operation(),
                operation.document());
        return calls.path(other);
    }

    private void addQuery(String name, Contract contract) {
        String before = right.target() + "?" + name + "=";
        HostileValues.NEVER_IN_ADDRESS.forEach(value -> {
            if (contract.constrains() || value.matches("%|a?%z+b?|%u0041|.*%[^0-9A-F].*")) {
                refused(before + value);
            } else {
                perhaps(before + value);
            }
        });
        HostileValues.PERHAPS_IN_ADDRESS.forEach(value -> perhaps(before + value));
        contract.beyond().stream().filter(value -> !value.contains("\"")).forEach(value -> refused(before + value));
        perhaps(before + "1&" + name + "=2");
        perhaps(right.target() + "?" + name);
        perhaps(right.target() + "?" + name + "[]=1");
        perhaps(right.target() + "?" + name + "%00=1");
    }

    private void addWhole() {
        for (String end : List.of(
                "?", "?&&&", "?=", "?a=b", "??", "?" + "a=b&".repeat(500), ";a=b", "/", "//", "/.", "/..", "/%2e%2e")) {
            perhaps(right.target() + end);
        }
        for (String end : List.of("%00", "%zz", "/nothing-here", "/%00", "?a=%zz", "\\..\\", "%5c..%5c", "\u00ff")) {
            refused(right.target() + end);
        }
        perhaps("/" + right.target());
        perhaps(right.target().replace("/", "//"));
        perhaps("/./" + right.target().substring(1));
        refused("/.." + right.target().toUpperCase(Locale.ROOT));
    }

    private void refused(String target) {
        made.add(HostileRequest.refused(name(target), right.target(target)));
    }

    private void perhaps(String target) {
        made.add(HostileRequest.perhaps(name(target), right.target(target)));
    }

    private String name(String target) {
        return operation.id() + " at " + (target.length() > 160 ? target.substring(0, 160) + "…" : target);
    }
}
