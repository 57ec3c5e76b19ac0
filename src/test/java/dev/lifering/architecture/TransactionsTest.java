package dev.lifering.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import dev.lifering.crypto.Reseal;
import dev.lifering.gauge.DatabaseGauge;
import dev.lifering.work.OneTimeWork;
import dev.lifering.work.RecurringWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One transaction per use case: it begins in the service of the use case, and everything below joins it. */
class TransactionsTest {
    /** Others that begin a transaction, as each is a use case of its own. */
    private static final Set<String> BEGIN_TOO = Set.of(
            "Arrivals.current", // creates the user at the first call, before and whatever the call does
            "AuditReading.about", // plans and reads a page
            "AuditReading.in",
            "AuditReading.stretch",
            "Overview.of", // reads status, authenticators and codes of one moment
            "ExpiredEnrolments.erase", // one batch of a job
            "BackupCodeSets.endOverdue"); // one batch of a job

    private static final DescribedPredicate<JavaMethod> USE_CASES = DescribedPredicate.describe(
            "are use cases of services, provisioning and jobs",
            method -> method.getOwner().getSimpleName().matches(".*(Service|Provisioning)")
                    || method.getOwner().isAssignableTo(RecurringWork.class)
                    || method.getOwner().isAssignableTo(OneTimeWork.class)
                    || method.getOwner().isAssignableTo(Reseal.class)
                    || method.getOwner().isAssignableTo(DatabaseGauge.class)
                    || BEGIN_TOO.contains(method.getOwner().getSimpleName() + "." + method.getName()));

    private static DescribedPredicate<JavaMethod> transactional(TxType type) {
        return DescribedPredicate.describe(
                "run in a transaction, " + type,
                method -> method.tryGetAnnotationOfType(Transactional.class)
                        .filter(transactional -> transactional.value() == type)
                        .isPresent());
    }

    @Test
    void transactionsBeginInUseCases() {
        methods()
                .that(transactional(TxType.REQUIRED))
                .should(ArchCondition.from(USE_CASES))
                .check(Code.MAIN);
    }

    @Test
    void changesBelowJoinTheTransactionOfTheirUseCase() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .and(not(transactional(TxType.REQUIRED)))
                .should(ArchCondition.from(transactional(TxType.MANDATORY)))
                .because("a second transaction would take a second connection while it holds the first")
                .check(Code.MAIN);
    }

    @Test
    void onlyServicesAndFacadesAreTransactional() {
        noMethods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat(Code.RESOURCES
                        .or(Code.ENTITIES)
                        .or(Code.REPOSITORIES)
                        .or(not(annotatedWithApplicationScoped())))
                .because("a resource turns refusals into problems after the commit, and repositories only join")
                .check(Code.MAIN);
    }

    @Test
    void everyMethodSaysForItselfThatItIsTransactional() {
        noClasses().should().beAnnotatedWith(Transactional.class).check(Code.MAIN);
    }

    private static DescribedPredicate<JavaClass> annotatedWithApplicationScoped() {
        return DescribedPredicate.describe("application scoped", type -> type.isAnnotatedWith(ApplicationScoped.class));
    }
}
