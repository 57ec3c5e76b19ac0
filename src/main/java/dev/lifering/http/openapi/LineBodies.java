package dev.lifering.http.openapi;

import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says of bodies of many lines that they are text, whose lines have the schema: the annotations can only name that of one
 * line, and a client that took it for the whole body would send one line.
 */
final class LineBodies {
    private static final String TYPE = "application/x-ndjson";

    private LineBodies() {}

    static void describe(Operation operation) {
        Stream.concat(
                        Stream.ofNullable(operation.getRequestBody()).map(RequestBody::getContent),
                        operation.getResponses().getAPIResponses().values().stream()
                                .map(APIResponse::getContent))
                .filter(Objects::nonNull)
                .forEach(LineBodies::describe);
    }

    private static void describe(Content content) {
        MediaType body = content.getMediaType(TYPE);
        if (body != null && body.getSchema() != null) {
            body.setSchema(text(body.getSchema()));
        }
    }

    private static Schema text(Schema line) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description("One JSON document per line.")
                .contentMediaType(TYPE)
                .contentSchema(line);
    }
}
