package dev.lifering.http.openapi;

import dev.lifering.http.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of our records what the generator does not know: whatever is not {@code @Nullable} is always there, and how long a
 * text may be.
 */
final class RecordSchemas {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName PLAIN_TEXT = DotName.createSimple(PlainText.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final Collection<ClassInfo> records;

    RecordSchemas(IndexView index) {
        // An index of several parts may hold a class more than once.
        this.records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> type.name().toString().startsWith("dev.lifering."))
                .collect(Collectors.toMap(ClassInfo::name, type -> type, (one, same) -> one))
                .values();
    }

    void complete(Components components) {
        if (components.getSchemas() != null) {
            components.getSchemas().forEach((name, schema) -> record(name).ifPresent(type -> complete(schema, type)));
        }
    }

    /** The record behind a schema. A generic one is named after itself and what it holds. */
    private Optional<ClassInfo> record(String schema) {
        List<ClassInfo> named =
                records.stream().filter(type -> name(type).equals(schema)).toList();
        if (named.size() > 1) {
            throw new IllegalStateException("Several records are called " + schema + ": name one with @Schema.");
        }
        return named.stream()
                .findFirst()
                .or(() -> records.stream()
                        .filter(type -> !type.typeParameters().isEmpty() && schema.startsWith(name(type)))
                        .findFirst());
    }

    private static String name(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    private static void complete(Schema schema, ClassInfo type) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        var required = new ArrayList<String>();
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            Schema property = properties.get(component.name());
            if (property != null) {
                limit(property, component.type().annotation(PLAIN_TEXT));
                if (!component.type().hasAnnotation(NULLABLE)) {
                    required.add(component.name());
                }
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static void limit(Schema property, @Nullable AnnotationInstance plainText) {
        if (plainText != null) {
            property.setMinLength(1);
            property.setMaxLength(plainText.value("max").asInt());
        }
    }
}
