package dev.lifering.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;

/** The compiled main code, and the kinds of classes that the rules speak of. */
final class Code {
    static final String ROOT = "dev.lifering";

    static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    static final DescribedPredicate<JavaClass> ENTITIES = DescribedPredicate.describe(
            "entities",
            type -> type.isAnnotatedWith(Entity.class)
                    || type.isAnnotatedWith(Embeddable.class)
                    || type.isAnnotatedWith(MappedSuperclass.class));

    static final DescribedPredicate<JavaClass> REPOSITORIES =
            DescribedPredicate.describe("repositories", type -> type.isAssignableTo(PanacheRepositoryBase.class));

    static final DescribedPredicate<JavaClass> RESOURCES = DescribedPredicate.describe(
            "resources", type -> type.getSimpleName().endsWith("Resource"));

    private Code() {}

    /** The name of a package of ours without the root: {@code factor.totp}. */
    static String shortName(String packageName) {
        return packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
    }

    static boolean isOurs(String packageName) {
        return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
    }
}
