package dev.lifering.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.junit.jupiter.api.Test;

/** Each technology has its place, so that the rest of the code needs not know it. */
class TechnologyTest {
    private static final DescribedPredicate<JavaClass> HTTP = resideInAPackage("dev.lifering.http..")
            .or(DescribedPredicate.describe(
                    "resources and filters", type -> type.getName().matches(".*(Resource|Filter|Mappers?)(\\$.*)?")));

    @Test
    void httpIsKnownToResourcesAndFiltersOnly() {
        noClasses()
                .that(not(HTTP))
                .and(not(resideInAPackage("dev.lifering.mail")))
                .and(not(resideInAPackage("dev.lifering.webhook.sending")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx.."))
                .because("services never see HTTP")
                .check(Code.MAIN);
    }

    @Test
    void storageIsKnownToEntitiesAndRepositoriesOnly() {
        noClasses()
                .that(not(Code.ENTITIES.or(Code.REPOSITORIES)))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate.orm..")
                                .and(not(resideInAPackage("org.hibernate.validator..")))
                                .and(not(equivalentTo(PanacheRepositoryBase.class))))
                .because("resources and services see records, not rows that are managed")
                .check(Code.MAIN);
    }

    @Test
    void entitiesAndRepositoriesStayInTheirPackage() {
        classes()
                .that(Code.ENTITIES.or(Code.REPOSITORIES))
                .should()
                .bePackagePrivate()
                .because("others go through the facade of the package that owns the table")
                .check(Code.MAIN);
    }

    @Test
    void mailIsWrittenAndSentInMailOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lifering.mail..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.quarkus.mailer..", "io.quarkus.qute..", "io.vertx.ext.mail.."))
                .check(Code.MAIN);
    }

    @Test
    void mailKnowsNoHttpButTheMailClientsEventLoop() {
        noClasses()
                .that()
                .resideInAPackage("dev.lifering.mail")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx.core.http..", "io.vertx.ext.web.."))
                .check(Code.MAIN);
    }

    @Test
    void webhooksAreSentWithTheClientOfVertxAndKnowNothingElseOfHttp() {
        noClasses()
                .that()
                .resideInAPackage("dev.lifering.webhook.sending")
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx.ext.."))
                .check(Code.MAIN);
    }

    @Test
    void tokensOfCallersAreReadInAccessOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lifering.access")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.microprofile.jwt..")
                .because("everybody else asks for the Actor")
                .check(Code.MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.lifering.access", "dev.lifering.runtime")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.smallrye.jwt..")
                .because("beside it only the start-up check reads the verification key, as it will be read later")
                .check(Code.MAIN);
    }

    @Test
    void joseIsKnownToThoseWhoSealSignAndMakeKeys() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.lifering.crypto", "dev.lifering.assertion", "dev.lifering.demo", "dev.lifering.runtime")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jose4j..")
                .check(Code.MAIN);
    }

    @Test
    void schedulerIsKnownToWorkOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lifering.work")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.kagkarlsson..")
                .check(Code.MAIN);
    }

    @Test
    void tracesAreKnownToTracingOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lifering.tracing")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.opentelemetry..", "io.quarkus.opentelemetry..")
                .check(Code.MAIN);
    }

    @Test
    void modelOfTheDocumentIsKnownToItsFilterOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lifering.http.openapi")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.microprofile.openapi.models..")
                .check(Code.MAIN);
    }
}
