package dev.lifering.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What becomes of mails. */
@ConfigMapping(prefix = "lifering.mail")
interface MailConfig {

    /** Whether mails are kept in memory and shown, as in the demo, in place of being sent. */
    @WithDefault("false")
    boolean capture();
}
