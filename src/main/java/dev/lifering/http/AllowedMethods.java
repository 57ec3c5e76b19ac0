package dev.lifering.http;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** The methods that an address takes; Quarkus REST knows them but leaves them out of its 405. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** What {@code Allow} lists for the request of this thread (RFC 9110 §10.2.1); empty where there is no such address. */
    static Set<String> here() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null) {
            return Set.of();
        }
        var resources =
                new RequestMapper<>(request.getDeployment().getClassMappers()).map(request.getPathWithoutPrefix());
        if (resources == null) {
            return Set.of();
        }
        String rest = resources.remaining.isEmpty() ? "/" : resources.remaining;
        return Arrays.stream(resources.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .flatMap(handler -> ((ClassRoutingHandler) handler).getMappers().entrySet().stream())
                .filter(entry -> takes(entry, rest))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The mapper without a method holds sub-resource locators. */
    private static boolean takes(Map.Entry<String, RequestMapper<RuntimeResource>> entry, String rest) {
        return entry.getKey() != null && entry.getValue().map(rest) != null;
    }
}
