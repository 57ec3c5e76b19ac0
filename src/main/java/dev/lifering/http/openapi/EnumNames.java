package dev.lifering.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes enum values as they travel, in snake_case; the generator knows the Java names only. */
final class EnumNames {
    private EnumNames() {}

    static void lower(Schema schema) {
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(lowered(schema.getEnumeration()));
        }
    }

    private static List<Object> lowered(List<Object> names) {
        var lowered = new ArrayList<Object>();
        names.forEach(name -> lowered.add(name instanceof String text ? text.toLowerCase(Locale.ROOT) : name));
        return lowered;
    }
}
