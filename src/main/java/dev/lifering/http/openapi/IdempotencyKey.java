package dev.lifering.http.openapi;

import dev.lifering.http.Idempotent;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The header with which a call may safely be repeated. */
final class IdempotencyKey {
    private static final String NAME = "IdempotencyKey";

    private IdempotencyKey() {}

    static void addTo(Components components) {
        components.addParameter(
                NAME,
                OASFactory.createParameter()
                        .name(Idempotent.HEADER)
                        .in(Parameter.In.HEADER)
                        .required(false)
                        .description(
                                "A name of the client's own for this request, such as a random UUID. A retry with the"
                                        + " same key and body changes nothing and gets the first answer, for ten minutes, with"
                                        + " the header `Idempotent-Replayed: true`.")
                        .schema(OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .minLength(1)
                                .maxLength(255)
                                .pattern("^[\\x21-\\x7E]{1,255}$")));
    }

    static void addTo(Operation operation) {
        operation.addParameter(OASFactory.createParameter().ref(NAME));
    }
}
