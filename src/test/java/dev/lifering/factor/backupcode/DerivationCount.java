package dev.lifering.factor.backupcode;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.Security;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.SecretKeyFactorySpi;
import javax.crypto.spec.PBEKeySpec;

/**
 * Counts the PBKDF2 derivations with so many rounds that run in this JVM, between its making and its closing. It stands
 * before the JDK's provider, which does the work.
 */
final class DerivationCount implements AutoCloseable {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    private final Provider provider;
    private final AtomicInteger count = new AtomicInteger();

    DerivationCount(int rounds) {
        provider = new CountingProvider(rounds, count);
        Security.insertProviderAt(provider, 1);
    }

    /** How many there were since it was asked last. */
    int take() {
        return count.getAndSet(0);
    }

    @Override
    public void close() {
        Security.removeProvider(provider.getName());
    }

    private static final class CountingProvider extends Provider {
        private static final long serialVersionUID = 1L;

        CountingProvider(int rounds, AtomicInteger count) {
            super("DerivationCount", "1", "counts derivations");
            putService(new Service(this, "SecretKeyFactory", ALGORITHM, "CountingFactory", null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new CountingFactory(rounds, count);
                }
            });
        }
    }

    private static final class CountingFactory extends SecretKeyFactorySpi {
        private final int rounds;
        private final AtomicInteger count;

        CountingFactory(int rounds, AtomicInteger count) {
            this.rounds = rounds;
            this.count = count;
        }

        @Override
        protected SecretKey engineGenerateSecret(KeySpec spec) throws InvalidKeySpecException {
            if (spec instanceof PBEKeySpec password && password.getIterationCount() == rounds) {
                count.incrementAndGet();
            }
            return jdk().generateSecret(spec);
        }

        @Override
        protected KeySpec engineGetKeySpec(SecretKey key, Class<?> type) throws InvalidKeySpecException {
            return jdk().getKeySpec(key, type);
        }

        @Override
        protected SecretKey engineTranslateKey(SecretKey key) throws InvalidKeyException {
            return jdk().translateKey(key);
        }

        private static SecretKeyFactory jdk() {
            try {
                return SecretKeyFactory.getInstance(ALGORITHM, "SunJCE");
            } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
                throw new AssertionError(e);
            }
        }
    }
}
