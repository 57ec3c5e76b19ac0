package dev.lifering.runtime;

import dev.lifering.webhook.EndpointSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is wrong with the endpoints that are set. None needs to be. */
final class WebhookCheck {
    static final String ALLOW_PRIVATE_TARGETS = "lifering.webhooks.allow-private-targets";
    private static final String PREFIX = "lifering.webhooks.";
    private static final Pattern OF_AN_ENDPOINT =
            Pattern.compile(Pattern.quote(PREFIX) + "\"?([^.]+?)\"?\\.(?:url|secret|events)");
    private static final String URL = "Where messages go, such as https://crm.example.com/lifering.";
    private static final String SECRET =
            "One or more secrets, separated by commas: each whsec_ and 24 to 64 random bytes in"
                    + " base64. It is whsec_$(openssl rand -base64 32), say.";
    private static final String EVENTS =
            "Types of audit events or their beginnings, separated by commas, such as recovery_link.*, lockout; * is all.";

    private final Settings settings;
    private final boolean plainAllowed;
    private final List<Finding> findings = new ArrayList<>();

    WebhookCheck(Settings settings, RunMode mode) {
        this.settings = settings;
        this.plainAllowed = mode.demo()
                || settings.get(ALLOW_PRIVATE_TARGETS).filter("true"::equals).isPresent();
    }

    List<Finding> findings() {
        settings.get(ALLOW_PRIVATE_TARGETS)
                .filter(value -> !value.equals("true") && !value.equals("false"))
                .ifPresent(value -> findings.add(
                        new Finding(ALLOW_PRIVATE_TARGETS, "has an unknown value", "It is true or false.")));
        names().forEach(this::check);
        return List.copyOf(findings);
    }

    private Set<String> names() {
        var names = new TreeSet<String>();
        for (String setting : settings.names()) {
            Matcher matcher = OF_AN_ENDPOINT.matcher(setting);
            if (matcher.matches()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    private void check(String name) {
        String prefix = PREFIX + name;
        if (!EndpointSettings.isName(name)) {
            findings.add(new Finding(
                    prefix + ".url", "has a name that cannot be", "A name has 1 to 40 characters of a-z, 0-9 and -."));
            return;
        }
        require(prefix + ".url", URL, url -> EndpointSettings.flawOfUrl(url, plainAllowed));
        require(prefix + ".secret", SECRET, EndpointSettings::flawOfSecrets);
        settings.get(prefix + ".events")
                .flatMap(EndpointSettings::flawOfEvents)
                .ifPresent(flaw -> findings.add(new Finding(prefix + ".events", flaw, EVENTS)));
    }

    private void require(String setting, String remedy, Flaws flaws) {
        Optional<String> value = settings.get(setting);
        if (value.isEmpty()) {
            findings.add(Finding.missing(setting, remedy));
        }
        value.flatMap(flaws::of).ifPresent(flaw -> findings.add(new Finding(setting, flaw, remedy)));
    }

    /** Says what is wrong with a value. */
    private interface Flaws {
        Optional<String> of(String value);
    }
}
