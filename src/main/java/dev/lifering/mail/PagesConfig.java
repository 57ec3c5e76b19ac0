package dev.lifering.mail;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The pages that mails lead to. The start-up check sees to it that they are what they should be. */
@ConfigMapping(prefix = "lifering.recovery")
interface PagesConfig {

    /** The page that receives {@code #token=…}, {@code #repudiation=…} and {@code #cancellation=…}. */
    URI linkUrl();

    /** The page where administrators find their users; by default the neighbour {@code users} of the page above. */
    Optional<URI> usersUrl();
}
