package dev.lifering.audit.proof;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lifering.audit.seal.CanonicalJson;
import dev.lifering.audit.seal.Chain;
import dev.lifering.audit.seal.Fingerprint;
import dev.lifering.audit.seal.RecordedEvent;
import dev.lifering.audit.seal.Seal;
import dev.lifering.audit.seal.SignedSeal;
import dev.lifering.crypto.SignedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an export with seals. */
sealed interface ExportLine {

    /** An event, as it stands there. */
    record OfEvent(RecordedEvent event) implements ExportLine {}

    /** A seal with the list that stands beside it. */
    record OfSeal(SignedSeal signed, SignedText text) implements ExportLine {}

    /** Reads lines strictly; what is not exactly a line of an export is an {@link IllegalArgumentException}. */
    final class Reader {
        private static final String SEAL = "seal";
        private static final String EVENTS = "events";

        private final ObjectReader json = JsonMapper.builder()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .reader();

        ExportLine read(String line) {
            JsonNode object = tree(line);
            if (!object.isObject()) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            return object.has(SEAL) ? seal(object) : new OfEvent(event(object));
        }

        private JsonNode tree(String text) {
            try {
                return json.readTree(text);
            } catch (JsonProcessingException malformed) {
                throw new IllegalArgumentException("it is no JSON object", malformed);
            }
        }

        private static RecordedEvent event(JsonNode object) {
            var members = new TreeMap<String, String>();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                members.put(member.getKey(), text(member.getValue(), member.getKey()));
            }
            return new RecordedEvent(id(object, "id"), members);
        }

        private OfSeal seal(JsonNode object) {
            if (object.size() != 2 || !object.path(EVENTS).isArray()) {
                throw new IllegalArgumentException("a seal has the members events and seal");
            }
            var events = new ArrayList<Fingerprint>();
            for (JsonNode event : object.path(EVENTS)) {
                events.add(new Fingerprint(id(event, "id"), text(event.path("sha256"), "sha256")));
            }
            String jws = text(object.path(SEAL), SEAL);
            SignedText signed = SignedText.read(jws, Seal.TYPE);
            return new OfSeal(new SignedSeal(parse(signed.text()), jws, events), signed);
        }

        private Seal parse(String text) {
            JsonNode seal = tree(text);
            return new Seal(
                    Chain.of(optional(seal, "accountId")),
                    number(seal, "sequence"),
                    id(seal, "from"),
                    id(seal, "to"),
                    Math.toIntExact(number(seal, "count")),
                    text(seal.path("events"), EVENTS),
                    optional(seal, "previous"));
        }

        private static long number(JsonNode object, String name) {
            JsonNode value = object.path(name);
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw new IllegalArgumentException(name + " is no number");
            }
            return value.longValue();
        }

        private static UUID id(JsonNode object, String name) {
            String text = text(object.path(name), name);
            UUID id = UUID.fromString(text);
            if (!id.toString().equals(text)) {
                throw new IllegalArgumentException(name + " is no UUID in lower case");
            }
            return id;
        }

        private static @Nullable String optional(JsonNode object, String name) {
            return object.has(name) ? text(object.path(name), name) : null;
        }

        private static String text(JsonNode value, String name) {
            if (!value.isTextual()) {
                throw new IllegalArgumentException(name + " is no text");
            }
            return value.textValue();
        }
    }

    /** Whether the list that stands beside the seal is the one that was signed. */
    static boolean isComplete(Seal seal, List<Fingerprint> events) {
        return seal.count() == events.size() && seal.digest().equals(CanonicalJson.sha256(Fingerprint.json(events)));
    }
}
