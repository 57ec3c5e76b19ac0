package dev.lifering.http.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Brings the document into one order, whatever the order in which classes were found, so that it can be compared. */
final class StableOrder {
    private StableOrder() {}

    static void bring(OpenAPI document) {
        if (document.getTags() != null) {
            var tags = new ArrayList<>(document.getTags());
            tags.sort(Comparator.comparing(Tag::getName));
            document.setTags(tags);
        }
        if (document.getPaths() != null) {
            bring(document.getPaths());
        }
        bring(document.getComponents());
    }

    private static void bring(Paths paths) {
        paths.setPathItems(sorted(paths.getPathItems()));
        paths.getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .forEach(StableOrder::bring);
    }

    private static void bring(Operation operation) {
        APIResponses responses = operation.getResponses();
        responses.setAPIResponses(sorted(responses.getAPIResponses()));
    }

    private static void bring(Components components) {
        if (components.getSchemas() != null) {
            components.setSchemas(sorted(components.getSchemas()));
        }
    }

    private static <T> Map<String, T> sorted(Map<String, T> map) {
        return new LinkedHashMap<>(new TreeMap<>(map));
    }
}
