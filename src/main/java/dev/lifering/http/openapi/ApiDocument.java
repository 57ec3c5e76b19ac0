package dev.lifering.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.IndexView;

/** Completes the document that is generated from the resource methods; runs once, when the application is built. */
@OpenApiFilter(stages = RunStage.BUILD)
public final class ApiDocument implements OASFilter {
    private final Endpoints endpoints;
    private final RecordSchemas records;
    private final OperationProblems problems = new OperationProblems();
    private final OperationRoles roles = new OperationRoles();
    private final OperationExamples examples = new OperationExamples();

    /** Called by Quarkus, with the index of the application's classes. */
    public ApiDocument(IndexView index) {
        this.endpoints = new Endpoints(index);
        this.records = new RecordSchemas(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = Optional.ofNullable(document.getComponents()).orElseGet(OASFactory::createComponents);
        document.setComponents(components);
        // The service itself, wherever it is reached.
        document.setServers(List.of(OASFactory.createServer().url("/")));
        ProblemComponents.addTo(components);
        IdempotencyKey.addTo(components);
        OperationRoles.addScheme(components);
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().forEach(this::complete);
        }
        records.complete(components);
        Schemas.of(document).forEach(schema -> {
            EnumNames.lower(schema);
            WholePatterns.bound(schema);
        });
        StableOrder.bring(document);
    }

    private void complete(PathItem path) {
        path.getOperations()
                .values()
                .forEach(operation ->
                        endpoints.of(operation).ifPresent(endpoint -> complete(path, operation, endpoint)));
    }

    private void complete(PathItem path, Operation operation, Endpoint endpoint) {
        roles.describe(operation, endpoint);
        endpoint.success().ifPresent(status -> SuccessStatus.correct(operation, status));
        examples.add(operation);
        LineBodies.describe(operation);
        if (endpoint.idempotent()) {
            IdempotencyKey.addTo(operation);
        }
        problems.add(path, operation, endpoint);
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(!endpoint.bodyOptional());
        }
    }
}
