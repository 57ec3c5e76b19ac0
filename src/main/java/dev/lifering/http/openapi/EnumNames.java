package dev.lifering.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Writes enum values as they travel, in snake_case; the generator knows the Java names only. */
final class EnumNames {
    private EnumNames() {}

    static void lower(Components components) {
        if (components.getSchemas() != null) {
            components.getSchemas().values().forEach(EnumNames::lower);
        }
    }

    static void lower(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> lower(parameter.getSchema()));
        }
    }

    private static void lower(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(lowered(schema.getEnumeration()));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(EnumNames::lower);
        }
        Stream.of(schema.getAnyOf(), schema.getAllOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(EnumNames::lower);
        lower(schema.getItems());
    }

    private static List<Object> lowered(List<Object> names) {
        var lowered = new ArrayList<Object>();
        names.forEach(name -> lowered.add(name instanceof String text ? text.toLowerCase(Locale.ROOT) : name));
        return lowered;
    }
}
