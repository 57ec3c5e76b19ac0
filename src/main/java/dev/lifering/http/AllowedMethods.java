package dev.lifering.http;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** The methods that an address takes; Quarkus REST knows them but leaves them out of its 405. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** The value of {@code Allow} for the request of this thread (RFC 9110 §10.2.1). */
    static Optional<String> here() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null) {
            return Optional.empty();
        }
        var resources =
                new RequestMapper<>(request.getDeployment().getClassMappers()).map(request.getPathWithoutPrefix());
        if (resources == null) {
            return Optional.empty();
        }
        String rest = resources.remaining.isEmpty() ? "/" : resources.remaining;
        String methods = Arrays.stream(resources.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .flatMap(handler -> ((ClassRoutingHandler) handler).getMappers().entrySet().stream())
                .filter(entry -> takes(entry, rest))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
        return methods.isEmpty() ? Optional.empty() : Optional.of(methods);
    }

    /** The mapper without a method holds sub-resource locators. */
    private static boolean takes(Map.Entry<String, RequestMapper<RuntimeResource>> entry, String rest) {
        return entry.getKey() != null && entry.getValue().map(rest) != null;
    }
}
