package dev.lifering.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Files as other products write them, from {@code src/test/resources/dev/lifering/migration}. */
public final class Sample {
    private Sample() {}

    /**
     * The text of a file.
     *
     * @param names what stands in double braces there, and what takes its place, in turns
     */
    public static String text(String file, String... names) {
        try (InputStream sample = Sample.class.getResourceAsStream("/dev/lifering/migration/" + file)) {
            if (sample == null) {
                throw new AssertionError("no such file: " + file);
            }
            String text = new String(sample.readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < names.length; i += 2) {
                text = text.replace("{{" + names[i] + "}}", names[i + 1]);
            }
            return text;
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    /** A file with the names of people as they stand there. */
    public static InputStream stream(String file) {
        String plain = text(file).replace("{{", "").replace("}}", "");
        return new ByteArrayInputStream(plain.getBytes(StandardCharsets.UTF_8));
    }
}
