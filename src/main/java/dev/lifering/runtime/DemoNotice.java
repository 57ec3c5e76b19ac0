package dev.lifering.runtime;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Says loudly that demo is running. */
@Dependent
class DemoNotice {
    private static final Logger LOG = Logger.getLogger(DemoNotice.class);

    private final RunMode mode;

    DemoNotice(Config config) {
        this.mode = RunMode.of(name -> config.getOptionalValue(name, String.class));
    }

    void onStart(@Observes StartupEvent started) {
        if (mode.demo()) {
            LOG.warnf("""

                    **********************************************************************
                    *  Lifering runs as a DEMO. Never use it like this in production:    *
                    *  keys are made up, anyone may sign in as anybody, no mail is sent. *
                    **********************************************************************
                    Data and keys lie in %s; remove it to start afresh.""", mode.data().root());
        }
    }
}
