package dev.lifering.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule X4: whatever travels through Lifering can be printed without giving a secret or an address away. */
class ToStringTest {
    private static final String NEEDLE = "needle-in-a-haystack";
    private static final Set<String> NOT_TO_BE_SHOWN = Set.of(
            "code",
            "codes",
            "secret",
            "otpauthUri",
            "qrCodeSvg",
            "recoverySession",
            "assertion",
            "token",
            "proof",
            "jwe",
            "email",
            "displayName",
            "holder");

    @Test
    void x4_toStringOfNoRecordShowsACodeASecretATokenOrAnAddress() throws Exception {
        var telltales = new TreeSet<String>();
        int records = 0;
        for (Class<?> type : records()) {
            Object made = make(type);
            records += made == null ? 0 : 1;
            if (String.valueOf(made).contains(NEEDLE)) {
                telltales.add(type.getName());
            }
        }
        assertEquals(Set.of(), telltales);
        assertTrue(records > 10, "found " + records);
    }

    private static List<Class<?>> records() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.lifering").stream()
                        .filter(JavaClass::isRecord)
                        .filter(type -> !type.getPackageName().equals("dev.lifering.demo"))
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(ToStringTest::holdsOne)
                        .toList();
    }

    private static boolean holdsOne(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).anyMatch(ToStringTest::isNotToBeShown);
    }

    /** Of the type Secret they print themselves as they may. */
    private static boolean isNotToBeShown(RecordComponent component) {
        boolean text = component.getType() == String.class
                || component.getGenericType().getTypeName().equals("java.util.List<java.lang.String>");
        return text && NOT_TO_BE_SHOWN.contains(component.getName());
    }

    private static Object make(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(
                Arrays.stream(components).map(ToStringTest::value).toArray());
    }

    private static Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (isNotToBeShown(component)) {
            return type == List.class ? List.of(NEEDLE) : NEEDLE;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return Map.<Class<?>, Object>of(
                        String.class,
                        "other",
                        List.class,
                        List.of(),
                        Set.class,
                        Set.of(),
                        boolean.class,
                        true,
                        int.class,
                        1,
                        long.class,
                        1L,
                        UUID.class,
                        new UUID(0, 0),
                        Instant.class,
                        Instant.EPOCH,
                        Duration.class,
                        Duration.ofMinutes(1))
                .get(type);
    }
}
