package dev.lifering.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** What was asked for, as {@code --name value}; bench/README.md explains each that a person sets. */
record Options(Map<String, String> values) {

    static Options parse(String... arguments) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("not understood: " + arguments[i]);
            }
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return new Options(Map.copyOf(values));
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new NoSuchElementException("the option --" + name + " is missing");
        }
        return value;
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    Duration seconds(String name) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text(name)) * 1000));
    }

    Path path(String name) {
        return Path.of(text(name));
    }

    URI base() {
        return URI.create(text("base"));
    }

    boolean is(String name) {
        return Boolean.parseBoolean(values.getOrDefault(name, "false"));
    }

    List<String> scenarios() {
        return Arrays.stream(text("scenarios").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
