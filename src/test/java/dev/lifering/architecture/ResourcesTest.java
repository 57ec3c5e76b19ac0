package dev.lifering.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.lifering.http.Idempotent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** Resources are reachable, and say who may reach them. */
class ResourcesTest {
    private static final DescribedPredicate<JavaMethod> CALLS = DescribedPredicate.describe(
            "answer an HTTP method",
            method -> method.getAnnotations().stream()
                    .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));

    private static final ArchCondition<JavaMethod> DECLARE_ROLES = new ArchCondition<>("declare their roles") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean declared = isRuled(method)
                    || method.getOwner().isAnnotatedWith(RolesAllowed.class)
                    || method.getOwner().isAnnotatedWith(PermitAll.class);
            events.add(
                    new SimpleConditionEvent(method, declared, method.getFullName() + " is open or closed by chance"));
        }
    };

    private static boolean isRuled(JavaMethod method) {
        return method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(PermitAll.class);
    }

    @Test
    void resourcesArePublicAndNamedSo() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .bePublic()
                .andShould()
                .haveSimpleNameEndingWith("Resource")
                .check(Code.MAIN);
    }

    @Test
    void resourceMethodsArePublic() {
        methods()
                .that(CALLS)
                .should()
                .bePublic()
                .because("others are ignored with no more than a warning, and answer 404")
                .check(Code.MAIN);
    }

    @Test
    void resourceMethodsDeclareTheirRoles() {
        methods().that(CALLS).should(DECLARE_ROLES).check(Code.MAIN);
    }

    @Test
    void resourceMethodsAreOperationsOfTheDocument() {
        methods().that(CALLS).should().beAnnotatedWith(Operation.class).check(Code.MAIN);
    }

    /** Those that change nothing, an import (each of its lines says what is to be), and tokens of the demo. */
    private static final Set<String> NEED_NO_KEY =
            Set.of("inspectRecoveryLink", "importUsers", "createDemoToken", "rehearsePolicy");

    @Test
    void everyPostThatChangesSomethingTakesAnIdempotencyKey() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .and(not(describe(
                        "need no key",
                        method -> NEED_NO_KEY.contains(
                                method.getAnnotationOfType(Operation.class).operationId()))))
                .should()
                .beAnnotatedWith(Idempotent.class)
                .check(Code.MAIN);
    }

    @Test
    void resourceMethodsSayWhatTheyAnswer() {
        noMethods()
                .that(CALLS)
                .should()
                .haveRawReturnType(Response.class)
                .because("what is in an untyped response is in neither the document nor the native image")
                .check(Code.MAIN);
    }
}
