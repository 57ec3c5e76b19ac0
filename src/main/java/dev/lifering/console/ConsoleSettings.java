package dev.lifering.console;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Whether the console is served here, and what its pages must know. */
@ApplicationScoped
class ConsoleSettings {
    private final ConsoleConfig console;
    private final OidcConfig provider;
    private final Config settings;

    ConsoleSettings(ConsoleConfig console, OidcConfig provider, Config settings) {
        this.console = console;
        this.provider = provider;
        this.settings = settings;
    }

    /** A console that nobody can sign in to was surely meant otherwise. */
    void check(@Observes StartupEvent started) {
        if (!enabled() || isDemo()) {
            return;
        }
        if (oidc().isEmpty()) {
            throw new IllegalStateException("lifering.console.enabled is true, but nobody could sign in: set"
                    + " lifering.console.oidc.client-id, and lifering.console.oidc.issuer where it is not"
                    + " mp.jwt.verify.issuer.");
        }
        if (provider.authorizationEndpoint().isPresent()
                != provider.tokenEndpoint().isPresent()) {
            throw new IllegalStateException("lifering.console.oidc.authorization-endpoint and"
                    + " lifering.console.oidc.token-endpoint go together: set both or none.");
        }
    }

    boolean enabled() {
        return console.enabled().orElseGet(() -> isDemo() || oidc().isPresent());
    }

    ConsoleSettingsView view() {
        String claim = settings.getOptionalValue("lifering.jwt.account-claim", String.class)
                .orElse("account_id");
        return new ConsoleSettingsView(isDemo(), claim, oidc().orElse(null));
    }

    /**
     * What the browser may load for these pages: from here only, besides what sign-in asks the identity provider for. No
     * string becomes markup but lit-html's own templates.
     */
    String contentSecurityPolicy() {
        String providers = Stream.of(
                        oidc().map(OidcView::issuer), provider.authorizationEndpoint(), provider.tokenEndpoint())
                .flatMap(Optional::stream)
                .map(ConsoleSettings::origin)
                .distinct()
                .map(origin -> " " + origin)
                .collect(Collectors.joining());
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
                + providers + "; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self';"
                + " require-trusted-types-for 'script'; trusted-types lit-html";
    }

    private Optional<OidcView> oidc() {
        if (isDemo()) {
            return Optional.empty();
        }
        return provider.clientId()
                .flatMap(client -> provider.issuer()
                        .or(() -> settings.getOptionalValue("mp.jwt.verify.issuer", String.class))
                        .map(issuer -> oidc(client, issuer)));
    }

    private OidcView oidc(String clientId, String issuer) {
        return new OidcView(
                issuer,
                clientId,
                provider.scope(),
                provider.authorizationEndpoint().orElse(null),
                provider.tokenEndpoint().orElse(null));
    }

    private boolean isDemo() {
        return settings.getOptionalValue("lifering.demo", Boolean.class).orElse(false);
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
