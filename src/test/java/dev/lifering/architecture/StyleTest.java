package dev.lifering.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Names, sizes and ways of putting things together that this code does without. */
class StyleTest {
    private static final int FILE_LINES = 250;
    private static final int METHOD_LINES = 40;
    private static final int DEPENDENCIES = 7;

    private static final DescribedPredicate<JavaClass> BEANS = DescribedPredicate.describe(
            "beans",
            type -> Stream.of(ApplicationScoped.class, RequestScoped.class, Singleton.class, Path.class)
                    .anyMatch(type::isAnnotatedWith));

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto|DTO)(\\$.*)?")
                .check(Code.MAIN);
    }

    @Test
    void beansGetWhatTheyNeedThroughTheirConstructor() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .check(Code.MAIN);
    }

    @Test
    void beansAreMadeByTheContainerAndNeedFewOthers() {
        constructors()
                .that()
                .areDeclaredInClassesThat(BEANS)
                .should()
                .bePackagePrivate()
                .andShould(ArchCondition.from(DescribedPredicate.<JavaConstructor>describe(
                        "have at most " + DEPENDENCIES + " parameters",
                        constructor -> constructor.getParameters().size() <= DEPENDENCIES)))
                .check(Code.MAIN);
    }

    @Test
    void filesAreShort() {
        List<String> tooLong = SourceFile.all().stream()
                .filter(file -> file.lines() > FILE_LINES)
                .map(file -> file.path() + ": " + file.lines())
                .toList();
        assertEquals(List.of(), tooLong);
    }

    @Test
    void methodsAreShort() {
        List<String> tooLong = SourceFile.all().stream()
                .flatMap(file -> file.methodLines().entrySet().stream())
                .filter(method -> method.getValue() > METHOD_LINES)
                // A table, which the compiler keeps complete because it is one switch.
                .filter(method -> !method.getKey().contains("ProblemExplanations"))
                .map(method -> method.getKey() + ": " + method.getValue())
                .toList();
        assertEquals(List.of(), tooLong);
    }

    @Test
    void nothingIsLoadedByNameOrFromSerialisedForm() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class, ServiceLoader.class, Proxy.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
                .because("a native image would not have it, and serialised objects run code when they are read")
                .check(Code.MAIN);
    }
}
