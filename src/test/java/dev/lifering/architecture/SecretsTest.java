package dev.lifering.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Secrets are strings only in what travels, and never show there when it is printed. */
class SecretsTest {
    private static final Set<String> SECRETS = Set.of(
            "code",
            "codes",
            "secret",
            "token",
            "proof",
            "recoverySession",
            "assertion",
            "password",
            "otpauthUri",
            "qrCodeSvg");

    @Test
    void secretsAreStringsOnlyInRequestsAndViews() {
        assertEquals(List.of(), named(secrets().filter(field -> !travels(field.getOwner()))));
    }

    @Test
    void requestsAndViewsWithSecretsSayThemselvesHowTheyArePrinted() {
        Set<String> withToString = SourceFile.all().stream()
                .flatMap(file -> file.withToString().stream())
                .collect(Collectors.toSet());
        Predicate<JavaField> silent =
                field -> withToString.contains(field.getOwner().getName());
        assertEquals(List.of(), named(secrets().filter(silent.negate())));
    }

    private static Stream<JavaField> secrets() {
        return Code.MAIN.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> SECRETS.contains(field.getName()))
                .filter(field -> field.getType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(String.class)));
    }

    private static boolean travels(JavaClass type) {
        return type.isRecord() && type.getSimpleName().matches(".*(Request|View)");
    }

    private static List<String> named(Stream<JavaField> fields) {
        return fields.map(JavaField::getFullName).sorted().toList();
    }
}
