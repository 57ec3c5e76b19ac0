package dev.lifering.http.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Finds every schema of the document: those of the components and of the parameters, and those within them. */
final class Schemas {
    private Schemas() {}

    static List<Schema> of(OpenAPI document) {
        Stream<PathItem> paths =
                document.getPaths() == null ? Stream.empty() : document.getPaths().getPathItems().values().stream();
        Stream<Schema> parameters =
                paths.flatMap(Schemas::parameters).map(Parameter::getSchema).filter(Objects::nonNull);
        Map<String, Schema> components = document.getComponents().getSchemas();
        return Stream.concat(parameters, components == null ? Stream.empty() : components.values().stream())
                .flatMap(Schemas::withInner)
                .toList();
    }

    private static Stream<Parameter> parameters(PathItem path) {
        return Stream.concat(
                stream(path.getParameters()),
                path.getOperations().values().stream()
                        .map(Operation::getParameters)
                        .flatMap(Schemas::stream));
    }

    private static Stream<Schema> withInner(Schema schema) {
        Stream<Schema> properties =
                schema.getProperties() == null ? Stream.empty() : schema.getProperties().values().stream();
        Stream<Schema> combined = Stream.of(schema.getAnyOf(), schema.getAllOf(), schema.getOneOf())
                .flatMap(Schemas::stream);
        Stream<Schema> inner = Stream.of(properties, combined, Stream.ofNullable(schema.getItems()))
                .flatMap(schemas -> schemas)
                .flatMap(Schemas::withInner);
        return Stream.concat(Stream.of(schema), inner);
    }

    private static <T> Stream<T> stream(@Nullable Collection<T> some) {
        return some == null ? Stream.empty() : some.stream();
    }
}
