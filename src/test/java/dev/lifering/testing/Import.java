package dev.lifering.testing;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A user import, as a service sends it. */
public final class Import {
    private Import() {}

    /**
     * Sends a file.
     *
     * @param query such as {@code format=otpauth&dryRun=true}; empty for none
     */
    public static Response send(Tenant tenant, String query, String file) {
        String type = query.contains("format=") ? "application/vnd.lifering.import" : "application/x-ndjson";
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Bearer.service())
                .header("Content-Type", type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/accounts/" + tenant.id() + "/user-imports" + (query.isEmpty() ? "" : "?" + query));
    }

    /** The lines of the report. */
    public static List<JsonPath> report(Tenant tenant, String query, String file) {
        Response response = send(tenant, query, file);
        response.then().statusCode(200);
        var lines = new ArrayList<JsonPath>();
        response.asString().lines().forEach(line -> lines.add(JsonPath.from(line)));
        return lines;
    }

    /** The same in short, such as {@code ada created 1+0} or {@code eve refused not-found}. */
    public static List<String> told(Tenant tenant, String query, String file) {
        return report(tenant, query, file).stream().map(Import::told).toList();
    }

    private static String told(JsonPath line) {
        String told = line.getString("id") + " " + line.getString("outcome");
        if (line.get("problem") != null) {
            return told + " " + line.getString("problem.type").replaceFirst(".*:", "");
        }
        return line.get("authenticators") == null
                ? told
                : told + " " + line.getInt("authenticators.bound") + "+" + line.getInt("authenticators.unchanged");
    }
}
