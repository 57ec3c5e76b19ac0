package dev.lifering.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Who outside is told of what. The start-up check sees to it that {@link EndpointSettings} can read the endpoints. */
@ConfigMapping(prefix = "lifering.webhooks")
public interface WebhooksConfig {

    /** Whether endpoints may lie on private addresses, and take messages over plain HTTP. */
    @WithDefault("false")
    boolean allowPrivateTargets();

    /** How long an endpoint may take to answer. */
    @WithDefault("PT15S")
    @DurationMin(millis = 100)
    @DurationMax(seconds = 60)
    Duration requestTimeout();

    /** By the names that the operator gives them. */
    @WithParentName
    Map<String, EndpointConfig> endpoints();

    /** One endpoint. */
    interface EndpointConfig {
        Optional<String> url();

        /** One or more, each {@code whsec_} and base64. */
        Optional<String> secret();

        /** Patterns such as {@code recovery_link.*}; everything unless set. */
        Optional<String> events();
    }
}
