package dev.lifering.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * What an operator may set other than the defaults, as far as it goes together: each profile is one more start of the
 * application.
 */
public class OtherSettings implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lifering.recovery.admin-step-up", "amr",
                "lifering.recovery.first-factor-required", "false",
                "lifering.recovery.link-lifetime", "PT24H",
                // One agent of Support does it all, and the link is mailed at once.
                "lifering.support.four-eyes", "false",
                "lifering.support.waiting-time", "PT0S");
    }
}
