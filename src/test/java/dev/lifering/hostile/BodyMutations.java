package dev.lifering.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifering.testing.ApiOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every field of a JSON body made wrong in every way. */
final class BodyMutations {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOLE = "__HOLE__";

    private final ApiOperation operation;
    private final Draft right;
    private final ObjectNode example;
    private final Set<String> required = new TreeSet<>();
    private final List<HostileRequest> made = new ArrayList<>();

    private BodyMutations(ApiOperation operation, Draft right) throws IOException {
        this.operation = operation;
        this.right = right;
        this.example = (ObjectNode) JSON.readTree(right.body());
        operation.bodySchema().path("required").forEach(name -> required.add(name.asText()));
    }

    static List<HostileRequest> of(ApiOperation operation, Draft right) {
        try {
            var mutations = new BodyMutations(operation, right);
            JsonNode fields = operation.bodySchema().path("properties");
            fields.properties().forEach(field -> {
                mutations.addValues(field.getKey(), new Contract(operation, field.getValue()));
                mutations.addNames(field.getKey());
                mutations.addBytes(field.getKey());
            });
            return mutations.made;
        } catch (IOException e) {
            throw new AssertionError("the example of " + operation.id() + " is no object", e);
        }
    }

    private void addValues(String field, Contract contract) {
        HostileValues.NEVER_IN_JSON.forEach(value -> refused(field, value, with(field, value)));
        contract.beyond().forEach(value -> refused(field, value, with(field, value)));
        HostileValues.PERHAPS_IN_JSON.forEach(value -> {
            boolean wrong = value.equals("null") ? required.contains(field) : contract.refuses(value);
            if (wrong) {
                refused(field, value, with(field, value));
            } else {
                made.add(HostileRequest.perhaps(name(field, value), right.body(with(field, value))));
            }
        });
        if (required.contains(field)) {
            refused(field, "left out", example.deepCopy().without(field).toString());
        }
    }

    /** The same field twice, in other case, with an escape, or with something beside its name. */
    private void addNames(String field) {
        String value = example.has(field) ? example.get(field).toString() : "\"x\"";
        String whole = with(field, value);
        String twin = whole.substring(0, whole.length() - 1) + ",";
        String escaped = "\\u%04x".formatted((int) field.charAt(0)) + field.substring(1);
        for (String name : List.of(field, escaped, field + " ", field + "\\u0000", field.toUpperCase(), "\\ud800")) {
            refused(field, "beside " + name, twin + "\"" + name + "\":" + value + "}");
        }
        refused(field, "without quotes", twin.replace("\"" + field + "\"", field) + "\"x\":1}");
        refused(field, "without a colon", whole.replaceFirst("\"" + field + "\":", "\"" + field + "\" "));
    }

    /** Bytes that are no UTF-8, in the value and in the name. */
    private void addBytes(String field) {
        for (byte[] bytes : HostileValues.NO_UTF8) {
            for (String place : List.of(with(field, "\"" + HOLE + "\""), with(field + HOLE, "1"))) {
                made.add(HostileRequest.refused(name(field, "no UTF-8"), right.body(filled(place, bytes))));
            }
        }
    }

    private void refused(String field, String value, String body) {
        made.add(HostileRequest.refused(name(field, value), right.body(body)));
    }

    private String name(String field, String value) {
        return operation.id() + " " + field + " " + (value.length() > 80 ? value.substring(0, 80) + "…" : value);
    }

    /** Put together by hand, for the value may be no JSON at all. */
    private String with(String field, String value) {
        return example.deepCopy().put(field, HOLE).toString().replace("\"" + HOLE + "\"", value);
    }

    private static byte[] filled(String text, byte[] bytes) {
        var body = new ByteArrayOutputStream();
        int hole = text.indexOf(HOLE);
        body.writeBytes(text.substring(0, hole).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes(text.substring(hole + HOLE.length()).getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
