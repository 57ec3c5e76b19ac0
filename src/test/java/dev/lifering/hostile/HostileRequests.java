package dev.lifering.hostile;

import dev.lifering.testing.ApiOperation;
import java.util.List;
import java.util.stream.Stream;

/** All requests that can be made wrong from the document. */
public final class HostileRequests {
    private HostileRequests() {}

    /** In the order of the document; the same for the same document and caller. */
    public static Stream<HostileRequest> all(List<ApiOperation> operations, Caller caller) {
        var calls = new ValidCalls(caller);
        return operations.stream().flatMap(operation -> of(operation, calls));
    }

    private static Stream<HostileRequest> of(ApiOperation operation, ValidCalls calls) {
        Draft right = calls.of(operation);
        Stream<HostileRequest> rest = Stream.of(
                        AddressMutations.of(operation, right, calls),
                        HeaderMutations.of(operation, right),
                        ProtocolMutations.of(operation, right),
                        new ChanceMutations(operation).of(operation, right))
                .flatMap(List::stream);
        if (operation.bodyType().isEmpty()) {
            return rest;
        }
        Stream<HostileRequest> bodies = WholeBodyMutations.of(operation, right).stream();
        return operation.bodyType().equals("application/json")
                ? Stream.of(BodyMutations.of(operation, right).stream(), bodies, rest)
                        .flatMap(all -> all)
                : Stream.concat(bodies, rest);
    }
}
