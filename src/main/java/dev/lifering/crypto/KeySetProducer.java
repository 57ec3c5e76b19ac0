package dev.lifering.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the key set once, at the first use; the start-up check has read it before and refused a weak one. */
@Dependent
class KeySetProducer {

    @Produces
    @Singleton
    KeySet keySet(KeysConfig config) {
        return config.value()
                .map(KeySet::parse)
                .or(() -> config.location().map(KeySet::read))
                .orElseThrow(() -> new InvalidKeySet("neither lifering.keys.location nor lifering.keys.value is set"));
    }
}
