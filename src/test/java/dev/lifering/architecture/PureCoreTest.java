package dev.lifering.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is true without a database, a request or a clock: these know the JDK and each other, and nothing else. */
class PureCoreTest {
    private static final Set<String> PURE = words("""
            problem.Problem problem.ProblemExplanations problem.ProblemType problem.Result problem.Violation
            crypto.Secret crypto.Sealed crypto.SealPurpose crypto.KeyPurpose crypto.SigningKey crypto.InvalidKeySet
            http.Cursor http.Page
            directory.Account directory.AccountKind directory.Person directory.PersonDetails
            access.Actor access.Roles
            assertion.Claim
            audit.Deed audit.Doer audit.Fact audit.Outcome audit.AuditSearch audit.WantedEvents
            audit.export.Csv audit.partition.Months audit.partition.Partition
            audit.seal.CanonicalJson audit.seal.EventIds audit.seal.RecordedEvent audit.seal.Chain audit.seal.Fingerprint
            audit.seal.Seal audit.seal.Head audit.seal.SignedSeal audit.seal.SealedLine audit.proof.Findings
            audit.proof.Section
            accountpolicy.Policy accountpolicy.ProposedPolicy accountpolicy.TotpAlgorithm accountpolicy.TotpParameters
            factor.Attempt factor.Lockout factor.Method factor.Proof factor.Status
            factor.totp.Base32 factor.totp.ClockHint factor.totp.DeviceClock factor.totp.NewAuthenticator factor.totp.Totp
            factor.backupcode.BackupCode factor.backupcode.CodeHash factor.backupcode.Crockford
            factor.backupcode.IssuedCodes factor.backupcode.SetState
            factor.backupcode.legacy.LegacyScheme factor.backupcode.legacy.ForeignCodes
            crypto.OneTimeToken mail.Letter mail.Delivery
            mail.Backoff mail.Page
            readiness.Ability readiness.Readiness readiness.Risk factor.backupcode.BackupCodes
            supportcase.CaseState supportcase.CaseEnding supportcase.CheckMethod supportcase.CaseFile
            supportcase.CaseRules
            recovery.session.OpenedSession recovery.policy.Decision recovery.policy.RecoveryPolicy
            recovery.policy.Requester recovery.link.LinkState recovery.link.MaskedAddress recovery.link.SendLimit
            verification.Purpose verification.SubmittedCode
            webhook.Endpoint webhook.sending.Signature webhook.sending.TargetAddress webhook.sending.Message
            webhook.sending.Reply webhook.sending.Route webhook.delivery.DeliveryState webhook.delivery.Parcel
            webhook.delivery.Retries webhook.delivery.Round webhook.delivery.Rest audit.export.Places
            enrolment.Authorisation overview.LoginDemand rehearsal.AffectedUsers rehearsal.Consequences
            factor.totp.ForeignApp migration.product.XChaCha20Poly1305 migration.format.KeyUri
            migration.format.ProtobufFields migration.format.Parameters migration.format.Labels migration.format.Entry
            migration.format.Owner migration.format.EntryReader
            """);

    /** The key set, which reads and writes JWKs, with the library that does. */
    private static final Set<String> PURE_WITH_JOSE =
            words("crypto.KeySet crypto.KeySetReader crypto.KeyCheck crypto.FreshKeys crypto.VerificationKeys"
                    + " crypto.SignedText");

    /** The picture of a QR code, with the library that computes its modules. */
    private static final Set<String> PURE_WITH_QR_CODES = words("factor.totp.AppSecret factor.totp.QrCodeSvg");

    /** Annotations for the compiler and for the OpenAPI document; they do nothing. */
    private static final Pattern SAYING_MORE =
            Pattern.compile("org\\.(jspecify|eclipse\\.microprofile\\.openapi)\\.annotations\\..*");

    @Test
    void pureClassesKnowTheJdkAndEachOther() {
        assertEquals(List.of(), strangers(PURE, PURE, "java.", "javax.crypto."));
    }

    @Test
    void keySetKnowsBesidesOnlyTheJwkLibrary() {
        assertEquals(
                List.of(),
                strangers(PURE_WITH_JOSE, union(PURE, PURE_WITH_JOSE), "java.", "javax.crypto.", "org.jose4j."));
    }

    @Test
    void qrCodeKnowsBesidesOnlyTheQrCodeLibrary() {
        assertEquals(
                List.of(),
                strangers(PURE_WITH_QR_CODES, union(PURE, PURE_WITH_QR_CODES), "java.", "io.nayuki.qrcodegen."));
    }

    @Test
    void listedClassesExist() {
        Set<String> known = Code.MAIN.stream().map(PureCoreTest::name).collect(Collectors.toSet());
        assertEquals(
                List.of(),
                union(PURE, union(PURE_WITH_JOSE, PURE_WITH_QR_CODES)).stream()
                        .filter(name -> !known.contains(name))
                        .toList());
    }

    private static List<String> strangers(Set<String> classes, Set<String> friends, String... libraries) {
        var strangers = new ArrayList<String>();
        for (JavaClass type : Code.MAIN) {
            if (classes.contains(name(outermost(type)))) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> outermost(dependency.getTargetClass().getBaseComponentType()))
                        .filter(target -> !target.isPrimitive() && !friends.contains(name(target)))
                        .map(JavaClass::getName)
                        .filter(target -> !SAYING_MORE.matcher(target).matches())
                        .filter(target -> Arrays.stream(libraries).noneMatch(target::startsWith))
                        .distinct()
                        .forEach(target -> strangers.add(name(type) + " knows " + target));
            }
        }
        return strangers;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(PureCoreTest::outermost).orElse(type);
    }

    private static String name(JavaClass type) {
        return Code.isOurs(type.getPackageName()) ? Code.shortName(type.getName()) : type.getName();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.of(some, others).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
