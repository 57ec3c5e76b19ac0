package dev.lifering.access;

import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of this request. */
@RequestScoped
public class Callers {
    /** Not {@code .} and {@code ..}, which no address can hold. */
    private static final Pattern ID = Pattern.compile("(?!\\.\\.?$)[A-Za-z0-9._:@|-]{1,255}");

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private final JsonWebToken token;
    private final JwtConfig config;

    Callers(JsonWebToken token, JwtConfig config) {
        this.token = token;
        this.config = config;
    }

    /**
     * The caller, as the token says.
     *
     * <p>Refused as {@code unauthenticated}: a token whose {@code sub} is no id of ours.
     */
    public Actor actor() {
        String subject = token.getSubject();
        if (subject == null || !isId(subject)) {
            throw ProblemType.UNAUTHENTICATED.because("The claim sub is missing or is not an id.");
        }
        Set<String> groups = Set.copyOf(token.getGroups());
        return new Actor(subject, Roles.granted(groups), Roles.readReseller(groups), accountClaim());
    }

    /** The caller's e-mail address, if the token has one that can be kept. */
    public Optional<String> email() {
        return text(Claims.email.name(), 320).filter(email -> email.indexOf('@') > 0);
    }

    public Optional<String> displayName() {
        return text("name", 200);
    }

    /** The caller's language, a BCP 47 tag. */
    public Optional<String> locale() {
        return text("locale", 35);
    }

    /** How the caller has proved who he is, if his token says so (claim {@code amr}, RFC 8176). */
    public Set<String> authenticationMethods() {
        return token.getClaim("amr") instanceof Collection<?> methods
                ? methods.stream()
                        .map(method -> method instanceof JsonString json ? json.getString() : method)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Whether the request carries no token at all. */
    public boolean isAnonymous() {
        return token.getRawToken() == null;
    }

    /** Whether this can be the id of an account or a user. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private @Nullable String accountClaim() {
        return text(config.accountClaim(), 255).filter(Callers::isId).orElse(null);
    }

    private Optional<String> text(String claim, int longest) {
        Object value = token.getClaim(claim);
        String text = value instanceof JsonString json ? json.getString() : value instanceof String plain ? plain : "";
        return Optional.of(text)
                .filter(found -> !found.isBlank() && found.length() <= longest)
                .filter(found -> !UNSAFE.matcher(found).find());
    }
}
