package dev.lifering.http.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The application's JSON for tests without the application. */
public final class StrictMapper {
    private StrictMapper() {}

    public static ObjectMapper create() {
        var mapper = new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());
        new StrictJson().customize(mapper);
        return mapper;
    }
}
