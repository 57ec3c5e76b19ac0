package dev.lifering.http.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Puts the success under the status that {@code @ResponseStatus} gives; the generator does not know that annotation. */
final class SuccessStatus {
    private static final Map<String, String> MEANINGS =
            Map.of("200", "OK", "201", "Created", "202", "Accepted", "204", "No Content");

    private SuccessStatus() {}

    static void correct(Operation operation, String status) {
        Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
        List<Map.Entry<String, APIResponse>> guessed = responses.entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .toList();
        if (guessed.size() == 1 && !guessed.get(0).getKey().equals(status)) {
            APIResponse response = guessed.get(0).getValue();
            if (MEANINGS.containsValue(response.getDescription())) {
                response.setDescription(MEANINGS.getOrDefault(status, "Success"));
            }
            operation.getResponses().removeAPIResponse(guessed.get(0).getKey());
            operation.getResponses().addAPIResponse(status, response);
        }
    }
}
